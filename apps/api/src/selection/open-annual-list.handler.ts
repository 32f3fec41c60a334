import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, type Receipt } from '@minsheng/command-handling';
import { regionOf } from '@minsheng/contracts';
import { assertNamedRegion } from '@minsheng/domain';
import { assertRegionExists } from '../command-handling/assert-region-exists';
import { OpenAnnualList } from './selection.commands';

/** Only the stream of a functional zone knows whether it is registered. */
@CommandHandler(OpenAnnualList)
export class OpenAnnualListHandler implements ICommandHandler<OpenAnnualList> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  async execute({ id: listId, data, envelope }: OpenAnnualList): Promise<Receipt> {
    await assertRegionExists(this.processor, listId);
    const { state: zone } = await this.processor.load('functional-zone', regionOf(listId));
    assertNamedRegion(listId, data.regionName, zone);
    return this.processor.execute('annual-list', listId, { type: 'OpenAnnualList', data }, envelope);
  }
}
