import { createHash } from 'node:crypto';
import { canonicalJson } from '@minsheng/contracts';
import { migrateEventStore, PostgresEventStore } from '@minsheng/event-store';
import { temporaryDatabase, type TemporaryDatabase } from '@minsheng/event-store/testing';
import { clinics, gardens, listId, opened, proposed } from '@minsheng/read-models/testing';
import { Pool } from 'pg';
import { listOpened, suggestion, suggestions } from '../suggestion/suggestion.fixtures';
import { citizen, neighbour, type Person } from '../testing/issued-tokens';
import { joins, valuesIn, type Holders } from '../testing/joins';
import { OpenedApi } from '../testing/opened-api';

let database: TemporaryDatabase;
let log: Pool;
const api = new OpenedApi({
  openStore: async () => {
    await closeLog();
    database = await temporaryDatabase();
    await migrateEventStore(database.connectionString);
    log = new Pool({ connectionString: database.connectionString, max: 1 });
    return PostgresEventStore.open({ connectionString: database.connectionString });
  },
});
const closeLog = async () => {
  await log?.end();
  await database?.drop();
};
afterAll(closeLog);

/** Three matters: a list, to which people suggest, and two projects, which they rate. */
const mattersOf = (row: string): readonly string[] => {
  const projects = [gardens, clinics].filter((project) => row.includes(project));
  return projects.length > 0 ? projects : row.includes('511400-2019') ? ['list'] : ['none'];
};
const dump = (): Promise<Holders> => valuesIn([log, api.pool], ['es', 'read', 'vault'], mattersOf);

/** What a browser sends with all that one person does. */
const traceOf = ({ sub }: Person) => `00-${createHash('md5').update(sub).digest('hex')}-00f067aa0ba902b7-01`;
const sent = (person: Person, on: string) => ({ on, headers: { traceparent: traceOf(person) } });
const suggests = (person: Person) => api.post(suggestions, suggestion, person, sent(person, '2018-09-01'));
const rates = (project: string, person: Person) =>
  api.post(`projects/${project}/ratings`, { level: 1, comment: '树太少' }, person, sent(person, '2019-11-25'));
const seen = async () => {
  await api.policiesActed();
  await api.shown();
};
const [passerBy, visitor]: readonly Person[] = [
  { sub: 'citizen-3', role: 'public' },
  { sub: 'citizen-4', role: 'public' },
];

beforeEach(async () => {
  await api.given(listOpened, proposed(gardens), proposed(clinics), opened, {
    ...opened,
    data: { ...opened.data, projectId: clinics },
  });
  // three people, one matter each: what they have in common joins nobody
  const answers = [await suggests(passerBy), await rates(gardens, neighbour), await rates(clinics, visitor)];
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  await seen();
});

describe('a dump without the key', () => {
  it('has no equal value in any column over two matters of one person', async () => {
    const ofDifferentPeople = new Set(joins(await dump()));
    const answers = [await suggests(citizen), await rates(gardens, citizen), await rates(clinics, citizen)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    await seen();
    expect(joins(await dump()).filter((value) => !ofDifferentPeople.has(value))).toEqual([]);
  });
  it('holds what each of them did: the search reads every schema', async () => {
    const values = await dump();
    for (const [project, person] of [
      [gardens, neighbour],
      [clinics, visitor],
    ] as const)
      expect([...values.get(api.vault.personTag(project as never, person.sub))!]).toEqual([project]);
  });
  it('has no hash of a request that a guess at name, phone and words could be compared with', async () => {
    const guess = canonicalJson({ type: 'SubmitSuggestion', id: listId, data: suggestion });
    const values = await dump();
    expect(values.has(createHash('sha256').update(guess).digest('hex'))).toBe(false);
    expect(values.has(api.vault.fingerprint(guess))).toBe(true); // who has the key, and guesses right, finds it
  });
  it.each([
    ['vault', () => api.pool, 'update vault.person set contact_iv'],
    ['es', () => log, 'update es.commands set fingerprint'],
    ['read', () => api.pool, 'update read.timeline set sentence'],
  ])(
    'would show an equal value that somebody wrote into the schema %s: the search can fail',
    async (_, pool, update) => {
      const before = new Set(joins(await dump()));
      await pool().query(`${update} = 'the same'`);
      expect(joins(await dump()).filter((value) => !before.has(value))).toEqual(['the same']);
    },
  );
});
