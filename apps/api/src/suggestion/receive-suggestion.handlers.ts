import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, type Envelope, type Receipt } from '@minsheng/command-handling';
import type { SuggestionCommand } from '@minsheng/contracts';
import { assertCollecting } from '@minsheng/domain';
import { Vault } from '@minsheng/vault';
import { newSuggestionId } from '../command-handling/new-id';
import { EnterSuggestion, SubmitSuggestion } from './suggestion.commands';

type Received = Extract<SuggestionCommand, { type: 'ReceiveSuggestion' }>['data'];

/** Between the person and the log stands the vault: only sealed words go on. */
abstract class ReceivesSuggestion {
  @Inject(CommandProcessor) readonly processor!: CommandProcessor;
  @Inject(Vault) readonly vault!: Vault;

  /** `keyOwner` is whose key seals the words: the citizen, or the paper that staff key in. */
  protected async receive(
    { data, id: listId }: SubmitSuggestion | EnterSuggestion,
    envelope: Envelope,
    keyOwner: string,
    how: Pick<Received, 'channel' | 'receivedOn'>,
  ): Promise<Receipt & { readonly trackingCode: string }> {
    const { title, content, contact, district, domain } = data;
    const suggestionId = newSuggestionId(listId, envelope.commandId);
    const trackingCode = this.vault.trackingCode(envelope.commandId);
    const earlier = await this.processor.earlier(suggestionId, envelope);
    // before the vault: another request under the same key must change nothing there
    if (earlier) return { ...earlier, trackingCode };
    // a letter counts by its postmark, whenever it is keyed in
    assertCollecting((await this.processor.load('annual-list', listId)).state, how.receivedOn);
    const words = await this.vault.seal(keyOwner, listId, { title, content }, contact);
    const receipt = await this.processor.execute(
      'suggestion',
      suggestionId,
      {
        type: 'ReceiveSuggestion',
        data: {
          listId,
          ...(district && { district }),
          ...(domain && { domain }),
          ...how,
          trackingCode,
          words,
          anonymous: !contact?.name,
        },
      },
      envelope,
    );
    return { ...receipt, trackingCode };
  }
}

@CommandHandler(SubmitSuggestion)
export class SubmitSuggestionHandler extends ReceivesSuggestion implements ICommandHandler<SubmitSuggestion> {
  execute(command: SubmitSuggestion) {
    const { id: listId, envelope, subject } = command;
    // The same pseudonym everywhere would join all that a person ever suggested; this one says no more than the list.
    const signed = { ...envelope, actor: { id: this.vault.personTag(listId, subject), role: envelope.actor.role } };
    return this.receive(command, signed, subject, { channel: 'web', receivedOn: envelope.on });
  }
}

@CommandHandler(EnterSuggestion)
export class EnterSuggestionHandler extends ReceivesSuggestion implements ICommandHandler<EnterSuggestion> {
  execute(command: EnterSuggestion) {
    const { channel, receivedOn } = command.data;
    return this.receive(command, command.envelope, `paper ${command.envelope.commandId}`, { channel, receivedOn });
  }
}
