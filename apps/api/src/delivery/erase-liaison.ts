import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { deliveryRoutes } from '@minsheng/contracts';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { liaisonsOf } from '@minsheng/domain';
import { Vault } from '@minsheng/vault';
import { addressedTo } from '../command-handling/addressed-to';

export class EraseLiaison extends addressedTo(deliveryRoutes.EraseLiaison) {
  static readonly recordedAs = 'PERSONAL_DATA_ERASED';
}

/**
 * The keys first, then the record: nothing is ever recorded as erased that can still be read, and a retry finishes what
 * was begun. An officer who is appointed meanwhile is not erased, so the record must meet the stream as it was seen.
 */
@CommandHandler(EraseLiaison)
export class EraseLiaisonHandler implements ICommandHandler<EraseLiaison> {
  constructor(
    @Inject(CommandProcessor) private readonly processor: CommandProcessor,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  execute({ id: projectId, data, type, envelope }: EraseLiaison): Promise<Receipt> {
    return unlessRepeated(this.processor, projectId, envelope, async () => {
      const { state, version } = await this.processor.load('delivery', projectId);
      await this.vault.erasePersons(liaisonsOf(state, data.department).map(({ person }) => person));
      return this.processor.execute('delivery', projectId, { type, data }, { expectedVersion: version, ...envelope });
    });
  }
}
