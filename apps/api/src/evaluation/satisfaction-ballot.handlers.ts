import { Inject, Injectable } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { listOf } from '@minsheng/contracts';
import { CommandProcessor, derivedId, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { assertNotArchived, deciders } from '@minsheng/domain';
import { CorrectSatisfactionBallot, RecordSatisfactionBallot } from './evaluation.commands';

/**
 * The ballots of one sitting agree, whichever project they are on: the list's stream, which counts them, takes the
 * number first, then the evaluation the ballot. A store that appends to one stream at a time can do that, too. Where
 * the second step fails, the same request completes it.
 */
@Injectable()
export class SatisfactionBallots {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  take({ id, type, data, envelope }: RecordSatisfactionBallot | CorrectSatisfactionBallot): Promise<Receipt> {
    return unlessRepeated(this.processor, id, envelope, async () => {
      const { state } = await this.processor.load('evaluation', id);
      const command = { type, data } as Parameters<typeof deciders.evaluation.decide>[0];
      // The list takes no number of a ballot that the evaluation refuses.
      deciders.evaluation.decide(command, state, {
        id,
        by: envelope.actor,
        today: envelope.on,
        calendar: await this.processor.workingCalendar(),
      });
      if (state.status !== 'not open') {
        const { body, heldOn, valid, differsBecause } = data;
        const ballot = {
          projectId: id,
          round: state.round,
          body,
          heldOn,
          valid,
          ...(differsBecause && { differsBecause }),
        };
        const listId = listOf(id);
        await this.processor.execute(
          'annual-list',
          listId,
          { type: 'CountSittingBallot', data: { ballot, ...(state.ballot && { before: state.ballot.valid }) } },
          { ...envelope, commandId: derivedId(listId, envelope.commandId), expectedVersion: undefined },
        );
      }
      return this.processor.execute('evaluation', id, command, envelope);
    });
  }
}

@CommandHandler(RecordSatisfactionBallot)
export class RecordSatisfactionBallotHandler implements ICommandHandler<RecordSatisfactionBallot> {
  constructor(@Inject(SatisfactionBallots) private readonly ballots: SatisfactionBallots) {}

  execute(command: RecordSatisfactionBallot): Promise<Receipt> {
    return this.ballots.take(command);
  }
}

/** A third stream: what was archived with the closed project is not put right any more. */
@CommandHandler(CorrectSatisfactionBallot)
export class CorrectSatisfactionBallotHandler implements ICommandHandler<CorrectSatisfactionBallot> {
  constructor(
    @Inject(CommandProcessor) private readonly processor: CommandProcessor,
    @Inject(SatisfactionBallots) private readonly ballots: SatisfactionBallots,
  ) {}

  execute(command: CorrectSatisfactionBallot): Promise<Receipt> {
    return unlessRepeated(this.processor, command.id, command.envelope, async () => {
      assertNotArchived((await this.processor.load('delivery', command.id)).state);
      return this.ballots.take(command);
    });
  }
}
