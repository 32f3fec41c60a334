import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LineageLink } from '@minsheng/contracts';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { assertLineage, assertScreened, assertTakesCandidates } from '@minsheng/domain';
import { assertRegionExists } from '../command-handling/assert-region-exists';
import { newProjectId } from '../command-handling/new-id';
import { ProposeCandidate } from './selection.commands';

/**
 * A candidate gets its id here, made from the command: a retry proposes the same project, not another. It is proposed
 * to a list that is not adopted yet, out of suggestions that were screened as candidates, and linked to projects that
 * exist.
 */
@CommandHandler(ProposeCandidate)
export class ProposeCandidateHandler implements ICommandHandler<ProposeCandidate> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  execute({ id: listId, data, envelope }: ProposeCandidate): Promise<Receipt> {
    const projectId = newProjectId(listId, envelope.commandId);
    return unlessRepeated(this.processor, projectId, envelope, async () => {
      await assertRegionExists(this.processor, listId);
      const [list, ...suggestions] = await Promise.all([
        this.processor.load('annual-list', listId),
        ...data.suggestions.map((suggestionId) => this.processor.load('suggestion', suggestionId)),
      ]);
      assertTakesCandidates(list.state);
      data.suggestions.forEach((id, index) => assertScreened(id, suggestions[index].state));
      await Promise.all((data.lineage ?? []).map((link) => this.assertLinked(link)));
      return this.processor.execute('candidate', projectId, { type: 'ProposeCandidate', data }, envelope);
    });
  }

  private async assertLinked(link: LineageLink): Promise<void> {
    const [candidate, delivery] = await Promise.all([
      this.processor.load('candidate', link.projectId),
      this.processor.load('delivery', link.projectId),
    ]);
    assertLineage(link, candidate.state, delivery.state);
  }
}
