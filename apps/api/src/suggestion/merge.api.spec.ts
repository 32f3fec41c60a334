import {
  EventStoreUnavailable,
  GroupAcrossStreams,
  InMemoryEventStore,
  migrateEventStore,
  PostgresEventStore,
  type Append,
  type AppendReceipt,
} from '@minsheng/event-store';
import { temporaryDatabase, type TemporaryDatabase } from '@minsheng/event-store/testing';
import { KurrentDBEventStore } from '@minsheng/event-store-kurrentdb';
import { KurrentDBServer } from '@minsheng/event-store-kurrentdb/testing';
import { benches, gardens, lamps, parking, proposed, received, started } from '@minsheng/read-models/testing';
import { commission } from '../testing/issued-tokens';
import { OpenedApi, type Answer, type Sending } from '../testing/opened-api';
import { at, criteria, registered } from './suggestion.fixtures';

let database: TemporaryDatabase | undefined;
let server: KurrentDBServer | undefined;
afterAll(async () => {
  await server?.stop();
  await database?.drop();
});
const onPostgreSQL = async () => {
  await database?.drop();
  database = await temporaryDatabase();
  await migrateEventStore(database.connectionString);
  return PostgresEventStore.open({ connectionString: database.connectionString });
};
const onKurrentDB = async () => {
  await server?.stop();
  server = await KurrentDBServer.start();
  return KurrentDBEventStore.open({ connectionString: server.url });
};

const code = ({ status, body }: Answer) => (status === 201 ? 'merged' : body.code);
const callsOn = (api: OpenedApi) => {
  const merge = (id: string, into: string, sending?: Sending) =>
    api.post(at(id, 'merge'), { into }, commission, sending).then(code);
  return {
    merge,
    unmerge: (id: string) => api.post(at(id, 'unmerge'), { reason: '不是一件事' }, commission).then(code),
    register: async (...ids: string[]) => {
      for (const id of ids) await api.given(received(id, { trackingCode: codeOf(id) }), registered(id));
    },
    /** Where each suggestion is merged to, by the log. */
    intoOf: async (...ids: string[]) => {
      const last = new Map<string, string>();
      for (const { type, data } of await api.events())
        if (type === 'SuggestionMerged') last.set(String(data.suggestionId), String(data.into));
        else if (type === 'SuggestionUnmerged') last.delete(String(data.suggestionId));
      return ids.map((id) => last.get(id));
    },
    track: async (id: string) => (await api.get(`suggestions/tracking/${codeOf(id)}`)).body,
  };
};
const codes = new Map([
  [lamps, 'AAAAAAAAAA'],
  [benches, 'BBBBBBBBBB'],
  [parking, 'CCCCCCCCCC'],
]);
const codeOf = (id: string) => codes.get(id) ?? 'DDDDDDDDDD';

describe.each([
  ['PostgreSQL', onPostgreSQL],
  ['KurrentDB', onKurrentDB],
])('merges on %s', (_, openStore) => {
  const api = new OpenedApi({ openStore });
  const { merge, unmerge, register, intoOf, track } = callsOn(api);

  it('carry the members of what is merged to the final main, whose answer, project and steps reach them', async () => {
    await register(lamps, benches, parking);
    expect(await merge(benches, lamps)).toBe('merged');
    await api.policiesActed();
    expect(await merge(lamps, parking)).toBe('merged');
    await api.given(
      { type: 'SuggestionScreened', data: { suggestionId: parking, outcome: 'candidate', criteria } },
      proposed(gardens),
      { type: 'SuggestionLinkedToCandidate', data: { suggestionId: parking, projectId: gardens } },
      { type: 'SuggestionAnswered', data: { suggestionId: parking, answer: '已列入清单', outcome: 'candidate' } },
      started(gardens),
    );
    await api.shown();
    expect(await track(benches)).toMatchObject({
      status: 'merged',
      mergedWith: { status: 'answered' },
      answer: '已列入清单',
      outcome: 'on the list',
      projects: [{ projectId: gardens, zh: '已列入年度清单' }],
    });
    const steps = (await track(benches)).steps.map(({ sentence }: { sentence: string }) => sentence);
    expect(steps).toEqual(expect.arrayContaining(['与同类建议合并办理', '进入候选项目', '答复']));
    expect(steps.join()).not.toContain('511400-2019');
  });
  it('into a member go to its main, and an unmerge gives back exactly what was', async () => {
    await register(lamps, benches, parking);
    await merge(benches, lamps);
    expect(await merge(parking, benches)).toBe('merged');
    await api.policiesActed();
    expect(await intoOf(lamps, benches, parking)).toEqual([undefined, lamps, lamps]);
    await unmerge(benches);
    expect(await intoOf(lamps, benches, parking)).toEqual([undefined, undefined, lamps]);
    await api.policiesActed();
    expect(await merge(lamps, benches)).toBe('merged');
    await api.policiesActed();
    await unmerge(lamps);
    await api.shown();
    expect(await track(parking)).toMatchObject({ mergedWith: { title: '增加路灯', status: 'registered' } });
    expect(await track(benches)).toMatchObject({ status: 'registered' });
  });
  it('into a member of itself, or of one that is merged, are refused', async () => {
    await register(lamps, benches, parking);
    await merge(benches, lamps);
    await api.policiesActed();
    expect(await merge(lamps, benches)).toBe('MERGED_INTO_OWN_MEMBER');
    expect(await merge(lamps, lamps)).toBe('NOT_MERGED_INTO_ITSELF');
    expect(await merge(benches, parking)).toBe('SUGGESTION_IS_MERGED');
  });
  it('of two into each other at once: one is refused, in each of twenty tries', async () => {
    const pairs = Array.from({ length: 20 }, (_each, number) =>
      ['x', 'y'].map((name) => `511400-2019-${name}${String(number).padStart(9, '0')}`),
    );
    await register(...pairs.flat());
    const answers = await Promise.all(
      pairs.map(([x, y], number) => Promise.all(number % 2 ? [merge(x, y), merge(y, x)] : [merge(y, x), merge(x, y)])),
    );
    await api.policiesActed();
    for (const [number, pair] of pairs.entries()) {
      expect(answers[number].filter((answer) => answer === 'merged')).toHaveLength(1);
      expect((await intoOf(...pair)).filter(Boolean)).toHaveLength(1);
    }
  });
  it('are answered alike when they are sent again', async () => {
    await register(lamps, benches);
    const send = () => api.post(at(benches, 'merge'), { into: lamps }, commission, { key: 'merge-the-benches' });
    const [first, atOnce] = await Promise.all([send(), send()]);
    expect(atOnce).toMatchObject({ status: 201, body: first.body });
    await api.policiesActed();
    expect(await send()).toMatchObject({ status: 201, body: first.body });
    expect((await api.events()).filter(({ type }) => type === 'SuggestionMerged')).toHaveLength(1);
  });
  it('are refused where the client saw another version', async () => {
    await register(lamps, benches);
    expect(await merge(benches, lamps, { headers: { 'if-match': '"1"' } })).toBe('STALE_VERSION');
    expect(await merge(benches, lamps, { headers: { 'if-match': '"2"' } })).toBe('merged');
  });
});

/** As KurrentDB: it appends to one stream at a time. */
class OneStreamAtATime extends InMemoryEventStore {
  /** Stands for the request that dies: false for a call that does not reach the log. */
  reaches: () => boolean = () => true;
  override async appendGroup(members: readonly Append[]): Promise<AppendReceipt[]> {
    if (members.some(({ stream }) => stream !== members[0].stream)) throw new GroupAcrossStreams('one stream');
    if (!this.reaches()) throw new EventStoreUnavailable('away');
    return super.appendGroup(members);
  }
}

describe('a claim', () => {
  const api = new OpenedApi({ openStore: async () => new OneStreamAtATime() });
  const { merge, register, intoOf } = callsOn(api);
  /** The request dies once its claim is in the log. */
  const claimOnly = async (key?: string) => {
    let calls = 0;
    const store = api.store as OneStreamAtATime;
    store.reaches = () => (calls += 1) === 1;
    expect(await merge(benches, lamps, { key })).toBe('STORE_UNAVAILABLE');
    store.reaches = () => true;
  };
  const typesOn = async (id: string) =>
    (await api.events()).filter(({ stream }) => stream === `suggestion-${id}`).map(({ type }) => type);

  it('whose request died is finished by a policy', async () => {
    await register(lamps, benches);
    await claimOnly();
    expect(await intoOf(benches)).toEqual([undefined]);
    await api.policiesActed();
    expect(await intoOf(benches)).toEqual([lamps]);
    expect(await typesOn(lamps)).toEqual(['MemberClaimed', 'MemberTaken']);
  });
  it('whose request is sent again is finished by it, and is one claim', async () => {
    await register(lamps, benches);
    await claimOnly('merge-the-benches');
    expect(await merge(benches, lamps, { key: 'merge-the-benches' })).toBe('merged');
    await api.policiesActed();
    expect(await merge(benches, lamps, { key: 'merge-the-benches' })).toBe('merged');
    expect(await typesOn(lamps)).toEqual(['MemberClaimed', 'MemberTaken']);
  });
  it('that the member declines is withdrawn by a policy, and its request hears why', async () => {
    await register(lamps, benches);
    await claimOnly('merge-the-benches');
    await api.post(
      at(benches, 'referral'),
      { to: '市交警支队', reason: 'one person or unit only', text: '个案' },
      commission,
    );
    await api.policiesActed();
    expect(await merge(benches, lamps, { key: 'merge-the-benches' })).toBe('SUGGESTION_CLOSED');
    expect(await typesOn(lamps)).toEqual(['MemberClaimed', 'MemberReleased']);
    expect(await typesOn(benches)).toEqual(['SuggestionReferred', 'MergeDeclined']);
  });
});
