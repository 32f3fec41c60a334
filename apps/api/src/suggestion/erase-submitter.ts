import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { suggestionRoutes } from '@minsheng/contracts';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { erasableSubmitter } from '@minsheng/domain';
import { Vault } from '@minsheng/vault';
import { addressedTo } from '../command-handling/addressed-to';

export class EraseSubmitter extends addressedTo(suggestionRoutes.EraseSubmitter) {
  static readonly recordedAs = 'PERSONAL_DATA_ERASED';
}

/** The key first, then the record: nothing is ever recorded as erased that can still be read. */
@CommandHandler(EraseSubmitter)
export class EraseSubmitterHandler implements ICommandHandler<EraseSubmitter> {
  constructor(
    @Inject(CommandProcessor) private readonly processor: CommandProcessor,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  execute({ id: suggestionId, data, type, envelope }: EraseSubmitter): Promise<Receipt> {
    return unlessRepeated(this.processor, suggestionId, envelope, async () => {
      const person = erasableSubmitter((await this.processor.load('suggestion', suggestionId)).state);
      if (person) await this.vault.erasePersons([person]);
      return this.processor.execute('suggestion', suggestionId, { type, data }, envelope);
    });
  }
}
