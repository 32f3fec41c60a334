import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { assertNotShelved, decidedProjects } from '@minsheng/domain';
import { AdoptAnnualList } from './selection.commands';

/** The list is adopted with candidates that exist: one shelved at the very moment of the decision is found here. */
@CommandHandler(AdoptAnnualList)
export class AdoptAnnualListHandler implements ICommandHandler<AdoptAnnualList> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  execute({ id, data, envelope }: AdoptAnnualList): Promise<Receipt> {
    return unlessRepeated(this.processor, id, envelope, async () => {
      const { state: list } = await this.processor.load('annual-list', id);
      if (list.status === 'put to decision') {
        const { projectIds } = decidedProjects(list);
        const candidates = await Promise.all(
          projectIds.map((projectId) => this.processor.load('candidate', projectId)),
        );
        candidates.forEach(({ state }) => assertNotShelved(state));
      }
      return this.processor.execute('annual-list', id, { type: 'AdoptAnnualList', data }, envelope);
    });
  }
}
