import type {
  AnnualListCommand,
  CandidateCommand,
  DeliveryCommand,
  EvaluationCommand,
  EventData,
  LedgerEvent,
  MeetingCommand,
  Metadata,
  SuggestionCommand,
} from '@minsheng/contracts';

/**
 * An order of a policy to a stream: the projector sends it, at least once; its command id comes from the event, so a
 * repeat changes nothing.
 */
export type PolicyCommand =
  | { readonly category: 'suggestion'; readonly id: string; readonly command: SuggestionCommand }
  | { readonly category: 'candidate'; readonly id: string; readonly command: CandidateCommand }
  | { readonly category: 'annual-list'; readonly id: string; readonly command: AnnualListCommand }
  | { readonly category: 'delivery'; readonly id: string; readonly command: DeliveryCommand }
  | { readonly category: 'meeting'; readonly id: string; readonly command: MeetingCommand }
  | { readonly category: 'evaluation'; readonly id: string; readonly command: EvaluationCommand };

/** A rule across streams, told as a sentence: when this event, order that. Pure. */
export interface Policy {
  readonly name: string;
  readonly when: {
    readonly [T in LedgerEvent['type']]?: (
      data: EventData<T>,
      metadata: Pick<Metadata, 'on'>,
    ) => readonly PolicyCommand[];
  };
}

/** What a policy orders upon an event; nothing for events it does not name. */
export const commandsOf = (
  { when }: Policy,
  event: LedgerEvent,
  metadata: Pick<Metadata, 'on'>,
): readonly PolicyCommand[] =>
  (when[event.type] as ((data: unknown, metadata: Pick<Metadata, 'on'>) => readonly PolicyCommand[]) | undefined)?.(
    event.data,
    metadata,
  ) ?? [];
