import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { assertOtherNames } from '@minsheng/domain';
import { functionalZones } from '@minsheng/read-models';
import { ReadModels } from '../reading/read-models';
import { RegisterFunctionalZone } from './register.commands';

/** Each zone has a stream of its own: the names of the others are read where they are shown. */
@CommandHandler(RegisterFunctionalZone)
export class RegisterFunctionalZoneHandler implements ICommandHandler<RegisterFunctionalZone> {
  constructor(
    @Inject(CommandProcessor) private readonly processor: CommandProcessor,
    @Inject(ReadModels) private readonly readModels: ReadModels,
  ) {}

  execute({ id, data, envelope }: RegisterFunctionalZone): Promise<Receipt> {
    return unlessRepeated(this.processor, id, envelope, async () => {
      const { dataSource } = await this.readModels.view(undefined, functionalZones);
      assertOtherNames(id, data, await dataSource.manager.find(functionalZones.entity));
      return this.processor.execute('functional-zone', id, { type: 'RegisterFunctionalZone', data }, envelope);
    });
  }
}
