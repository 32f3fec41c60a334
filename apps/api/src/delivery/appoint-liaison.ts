import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { deliveryRoutes } from '@minsheng/contracts';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { assertLiaison } from '@minsheng/domain';
import { Vault } from '@minsheng/vault';
import { addressedTo } from '../command-handling/addressed-to';

export class AppointLiaison extends addressedTo(deliveryRoutes.AppointLiaison) {}

/**
 * Name and phone go into the vault; the log gets them sealed. Each appointment has a key of its own, so that one
 * officer can be forgotten without the next.
 */
@CommandHandler(AppointLiaison)
export class AppointLiaisonHandler implements ICommandHandler<AppointLiaison> {
  constructor(
    @Inject(CommandProcessor) private readonly processor: CommandProcessor,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  execute({ id: projectId, data: { department, contact }, envelope }: AppointLiaison): Promise<Receipt> {
    return unlessRepeated(this.processor, projectId, envelope, async () => {
      const { state } = await this.processor.load('delivery', projectId);
      assertLiaison(state, department, envelope.actor);
      const sealed = await this.vault.seal(`liaison ${envelope.commandId}`, projectId, contact);
      return this.processor.execute(
        'delivery',
        projectId,
        { type: 'RecordLiaison', data: { department, contact: sealed } },
        envelope,
      );
    });
  }
}
