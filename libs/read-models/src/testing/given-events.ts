import {
  eventsByCategory,
  type Actor,
  type Category,
  type EventCatalogue,
  type LedgerEvent,
} from '@minsheng/contracts';
import type { NewEvent, RecordedEvent } from '@minsheng/event-store';
import { foldBatch, type AnyProjection } from '..';

/** An event as a test writes it; its data pass the contract's schema on their way into the log. */
export interface GivenEvent {
  readonly type: LedgerEvent['type'];
  readonly data: object;
  readonly on?: string;
  readonly by?: Pick<Actor, 'role'> & { readonly organisation?: string };
}
interface Subject {
  readonly projectId?: string;
  readonly suggestionId?: string;
  readonly listId?: string;
  readonly meetingId?: string;
  readonly raterTag?: string;
  readonly regionCode?: string;
  readonly calendarId?: string;
}

const ONE_MINUTE = 60_000;
const FIRST_MINUTE = Date.parse('2019-01-02T00:00:00.000Z');
/** The n-th UUID of a kind. */
const uuid = (kind: '8' | '9', place: number) => `00000000-0000-4000-${kind}000-${String(place).padStart(12, '0')}`;

const categoryOf = (type: string): Category =>
  (Object.keys(eventsByCategory) as Category[]).find((category) => eventsByCategory[category].types.includes(type))!;
export const streamOf = ({ type, data }: Pick<GivenEvent, 'type' | 'data'>): string => {
  const { suggestionId, projectId, listId, meetingId, raterTag, regionCode, calendarId } = data as Subject;
  const category = categoryOf(type);
  if (category === 'rating') return `rating-${projectId}-${raterTag}`;
  return `${category}-${suggestionId ?? projectId ?? listId ?? meetingId ?? regionCode ?? calendarId}`;
};

/** The n-th event of a log as a writer passes it to the store. */
export const newEvent = (
  { type, data, on = '2019-01-02', by = { role: 'commission' } }: GivenEvent,
  place: number,
): NewEvent => {
  const catalogue = eventsByCategory[categoryOf(type)] as EventCatalogue<LedgerEvent>;
  const commandId = uuid('8', place);
  return {
    ...catalogue.encode({ type, data } as LedgerEvent, {
      actor: { id: 'somebody', ...by } as Actor,
      on,
      commandId,
      correlationId: `request ${place}`,
    }),
    id: uuid('9', place),
  };
};

/**
 * The log of these events: positions from 1, one recorded every minute from 8 o'clock on 2 January 2019 in Shanghai.
 */
export const logOf = (given: readonly GivenEvent[]): RecordedEvent[] => {
  const lengths = new Map<string, number>();
  return given.map((event, index) => {
    const stream = streamOf(event);
    const revision = lengths.get(stream) ?? 0;
    lengths.set(stream, revision + 1);
    return {
      ...newEvent(event, index + 1),
      stream,
      revision,
      position: BigInt(index + 1),
      recordedAt: new Date(FIRST_MINUTE + index * ONE_MINUTE),
    };
  });
};

/** Events in, rows out. */
export const rowsAfter = async <Row extends object>(
  projection: AnyProjection & { readonly entity: new () => Row },
  ...given: readonly GivenEvent[]
): Promise<Row[]> => [...(await foldBatch(projection, logOf(given), async () => new Map())).values()] as Row[];
export const rowAfter = async <Row extends object>(
  projection: AnyProjection & { readonly entity: new () => Row },
  ...given: readonly GivenEvent[]
): Promise<Row> => {
  const rows = await rowsAfter(projection, ...given);
  expect(rows).toHaveLength(1);
  return rows[0];
};
