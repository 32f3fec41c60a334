import { randomUUID } from 'node:crypto';
import { defaultRules, type Actor, type Commitment } from '@minsheng/contracts';
import type { Refusal } from '@minsheng/domain';
import { InMemoryEventStore, type Append, type AppendReceipt, type RecordedEvent } from '@minsheng/event-store';
import type { CommandIn, Envelope } from '..';

export const project = '511400-2019-gardens001';
export const clerk: Actor = { id: 'clerk', role: 'commission' };
const works = '市住房和城乡建设局' as never;

export const envelope = (over: Partial<Envelope> = {}): Envelope => ({
  actor: clerk,
  on: '2019-03-28',
  commandId: randomUUID(),
  fingerprint: 'this request',
  correlationId: 'request 1',
  ...over,
});

export const commitment = {
  title: '口袋公园',
  domain: '环境友好',
  indicators: [
    {
      id: 'i1',
      name: '公园',
      unit: '个',
      comparator: '>=',
      target: '12',
      additive: true,
      applicable: true,
      lead: works,
      steps: [],
    },
  ],
  coDepartments: [],
  suggestions: [],
} as unknown as Commitment;
export const propose: CommandIn<'candidate'> = { type: 'ProposeCandidate', data: commitment };
export const shelve: CommandIn<'candidate'> = { type: 'ShelveCandidate', data: { reason: '用地未落实' } };

export const openEvaluation: CommandIn<'evaluation'> = {
  type: 'OpenEvaluation',
  data: { opensOn: '2019-11-20', closesOn: '2019-12-20', rulesVersion: 1, rules: defaultRules, leads: [works] },
};
/** Opens a ticket. Opened once more, it has no effect. */
export const openTicket = (number: number): CommandIn<'evaluation'> => ({
  type: 'OpenRectification',
  data: { ticket: number.toString(16).padStart(32, '0') as never, level: 1 },
});
/** The numbers of the tickets in their order, read from the events of an evaluation. */
export const ticketsOf = (events: readonly RecordedEvent[]): number[] =>
  events
    .filter(({ type }) => type === 'RectificationOpened')
    .map(({ data }) => Number.parseInt((JSON.parse(data) as { ticket: string }).ticket, 16));

export const refusal = (code: string): Refusal => expect.objectContaining({ code }) as Refusal;

/** A log that counts the events read by stream, the members of each group of appends, and conflicts. */
export class WatchedStore extends InMemoryEventStore {
  readonly reads: number[] = [];
  readonly groups: number[] = [];
  conflicts = 0;

  override async read(stream: string, from?: number): Promise<RecordedEvent[]> {
    const events = await super.read(stream, from);
    if (stream !== 'calendar-CN') this.reads.push(events.length); // each processor reads the notices once
    return events;
  }

  override async appendGroup(members: readonly Append[]): Promise<AppendReceipt[]> {
    this.groups.push(members.length);
    try {
      return await super.appendGroup(members);
    } catch (error) {
      this.conflicts += 1;
      throw error;
    }
  }
}
