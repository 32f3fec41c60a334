import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { assertDepartmentsAgree, assertNotShelved, Refusal, type AnnualListRefusal } from '@minsheng/domain';
import { PutToDecision } from './selection.commands';

/** Every candidate put to decision must have been proposed and still be open: asked of their streams, together. */
@CommandHandler(PutToDecision)
export class PutToDecisionHandler implements ICommandHandler<PutToDecision> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  execute({ id, data, envelope }: PutToDecision): Promise<Receipt> {
    return unlessRepeated(this.processor, id, envelope, async () => {
      const candidates = await Promise.all(
        data.projectIds.map((projectId) => this.processor.load('candidate', projectId)),
      );
      if (candidates.some(({ state }) => state.status === 'unknown'))
        throw new Refusal<AnnualListRefusal>('CANDIDATES_NOT_PROPOSED');
      candidates.forEach(({ state }) => assertNotShelved(state));
      assertDepartmentsAgree(candidates.map(({ state }) => state));
      return this.processor.execute('annual-list', id, { type: 'PutToDecision', data }, envelope);
    });
  }
}
