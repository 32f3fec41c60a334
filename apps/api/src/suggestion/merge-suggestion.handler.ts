import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { SuggestionId } from '@minsheng/contracts';
import {
  BatchRefused,
  CommandProcessor,
  derivedId,
  unlessRepeated,
  type Envelope,
  type Receipt,
} from '@minsheng/command-handling';
import { assertAnotherMain, Refusal } from '@minsheng/domain';
import { GroupAcrossStreams } from '@minsheng/event-store';
import { MergeSuggestion } from './suggestion.commands';

/** How often the main suggestion is looked for while others merge it. */
const ATTEMPTS = 4;

/** A merge as it is sent. `claim` is made from the command, so that a retry sends the same merge. */
interface Merge {
  readonly member: SuggestionId;
  readonly into: SuggestionId;
  readonly claim: string;
}

/**
 * A merge touches two streams: of the member and of the main suggestion. A log that takes both at once gets both or
 * none; on another the main suggestion claims the member first, and policies finish or withdraw what is left open.
 */
@CommandHandler(MergeSuggestion)
export class MergeSuggestionHandler implements ICommandHandler<MergeSuggestion> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  async execute({ id: member, data: { into }, envelope }: MergeSuggestion): Promise<Receipt> {
    const merge = { member, into, claim: derivedId('claim', envelope.commandId) };
    // Read before the receipt: read after it, the answer could be that of this very request, sent twice at once.
    const answer = await this.answerOf(merge);
    return unlessRepeated(this.processor, member, envelope, () =>
      answer ? this.claimed(merge, envelope) : this.merged(merge, envelope),
    );
  }

  private async merged({ member, into, claim }: Merge, envelope: Envelope): Promise<Receipt> {
    for (let attempt = 1; ; attempt += 1) {
      const main = await this.mainOf(into);
      assertAnotherMain(member, into, main);
      try {
        return await this.together({ member, into: main, claim }, envelope);
      } catch (error) {
        if (error instanceof GroupAcrossStreams) return this.claimed({ member, into: main, claim }, envelope);
        if (error instanceof Refusal && (await this.answerOf({ member, claim })))
          return this.claimed({ member, into, claim }, envelope);
        const overtaken = error instanceof Refusal && error.code === 'MERGE_TARGET_IS_MERGED';
        if (!overtaken || attempt === ATTEMPTS) throw error;
      }
    }
  }

  /** The suggestion that stands for it; merges of older ledgers may run in a circle, which ends where it closes. */
  private async mainOf(id: SuggestionId): Promise<SuggestionId> {
    const passed = new Set<SuggestionId>();
    for (let current = id; ;) {
      passed.add(current);
      const { state } = await this.processor.load('suggestion', current);
      if (state.status !== 'merged' || passed.has(state.into)) return current;
      current = state.into;
    }
  }

  private async together({ member, into, claim }: Merge, { expectedVersion, ...envelope }: Envelope): Promise<Receipt> {
    try {
      const [{ id, streamVersion, position }] = await this.processor.executeAtomically(
        [
          { category: 'suggestion', id: member, command: { type: 'JoinMain', data: { into, claim } }, expectedVersion },
          { category: 'suggestion', id: into, command: { type: 'TakeMember', data: { member, claim } } },
        ],
        envelope,
      );
      return { id, streamVersion, position };
    } catch (error) {
      throw error instanceof BatchRefused ? error.refusals[0].refusal : error;
    }
  }

  /** Each step under a key of its own: a retry goes on where the request before it ended. */
  private async claimed(
    { member, into, claim }: Merge,
    { expectedVersion: _compared, ...envelope }: Envelope,
  ): Promise<Receipt> {
    const step = (name: string): Envelope => ({ ...envelope, commandId: derivedId(name, envelope.commandId) });
    await this.processor.execute(
      'suggestion',
      into,
      { type: 'ClaimMember', data: { member, claim } },
      step('claim a member'),
    );
    const receipt = await this.processor.execute(
      'suggestion',
      member,
      { type: 'AnswerClaim', data: { into, claim } },
      step('answer the claim'),
    );
    const answer = await this.answerOf({ member, claim });
    if (answer !== 'merged') throw new Refusal(answer!);
    return receipt;
  }

  /** What the member answered to this claim; undefined where it has not. */
  private async answerOf({ member, claim }: Omit<Merge, 'into'>): Promise<string | undefined> {
    return (await this.processor.load('suggestion', member)).state.answers.get(claim);
  }
}
