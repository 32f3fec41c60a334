import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  makeTemporaryFolder,
  readLocalIssuer,
  startSystem,
  type RunningSystem,
  type TemporaryFolder,
} from '@minsheng/local-system';
import { openYear, People, persons, planYear, readListFile, runYear, sampleList } from '@minsheng/rehearsal';
import { LIST, lookerAt, REGION } from '../support/rehearsal';

const NAME = '欧阳晓测试';
const PHONE = '13800000001';

describe('the logs of a whole year', () => {
  let folder: TemporaryFolder;
  let system: RunningSystem;
  let texts: readonly string[];
  beforeAll(async () => {
    folder = await makeTemporaryFolder('year-of-logs');
    system = await startSystem({ dataDir: folder.folder, apiPort: 0, env: { LOG_LEVEL: 'debug' } });
    const issuer = await readLocalIssuer(system.issuerFile);
    const list = await readListFile(sampleList('meishan-2019'));
    const year = openYear(planYear(list, { seed: 1 }), system.url, issuer);
    await runYear(year);
    texts = list.items.map(({ title }) => title);
    await provoke(system, await new People(issuer, REGION, LIST).citizen(1));
  }, 300_000);
  afterAll(async () => {
    await system.stop();
    await folder.remove();
  }, 60_000);

  /** Lines of every log, by file. */
  const logs = (): Record<string, readonly string[]> => {
    const folders = [folder.folder, ...['logs', 'security-log'].map((name) => path.join(folder.folder, name))];
    const files = folders.flatMap((each) =>
      readdirSync(each)
        .filter((name) => /\.log(\.1)?$/.test(name))
        .map((name) => path.join(each, name)),
    );
    return Object.fromEntries(
      files.map((file) => [path.basename(file), readFileSync(file, 'utf8').split('\n').slice(0, -1)]),
    );
  };
  const hits = (values: readonly string[]): readonly string[] =>
    Object.entries(logs()).flatMap(([file, lines]) =>
      lines.filter((text) => values.some((value) => text.includes(value))).map((text) => `${file}: ${text}`),
    );

  it('hold no name, number or address of a person', () =>
    expect(hits([NAME, PHONE, ...persons.flatMap(Object.values)])).toEqual([]));

  it('hold nothing of a body: no title, no word', () =>
    expect(hits([...texts, '盼着', '来件反映', '转三趟车'])).toEqual([]));

  it('hold nothing that was given to the database', () =>
    expect(hits(['insert into', 'INSERT INTO', 'Failing row', 'Key (', 'STATEMENT:', '"parameters"'])).toEqual([]));

  it('would be found to hold one: a line that names a person is a hit', () => {
    const planted = path.join(folder.folder, 'logs', 'planted.log');
    writeFileSync(planted, `{"msg":"duplicate key","detail":"Key (phone)=(${persons[0].phone})"}\n`);
    expect(hits(persons.flatMap(Object.values))).toHaveLength(1);
    expect(hits(['Key ('])).toHaveLength(1);
    rmSync(planted);
  });

  it('say what happened all the same: who signed in, what was refused, which error it was', () => {
    const { 'api.log': api, 'postgres.log': server, ...others } = logs();
    expect(api.join('\n')).toContain('the api listens');
    expect(server.join('\n')).toContain('database system is ready');
    const [security] = Object.entries(others).filter(([name]) => name.startsWith('security-'));
    const events = security[1].map((text) => JSON.parse(text) as { event: string; code?: string });
    expect(new Set(events.map(({ event }) => event))).toEqual(
      new Set(['KEY_IN_USE', 'SIGNED_IN', 'REFUSED', 'PERSONAL_DATA_ERASED']),
    );
    expect(events.filter(({ event }) => event === 'SIGNED_IN').length).toBeGreaterThan(20);
    expect(events.map(({ code }) => code)).toEqual(expect.arrayContaining(['MALFORMED_JSON', 'TOKEN_INVALID']));
  });
});

/** What quotes a value wherever nobody takes care: bodies and addresses that are refused, statements that fail. */
async function provoke({ url, databaseUrls, postgresUrl }: RunningSystem, citizen: string): Promise<void> {
  const send = (at: string, init: RequestInit = {}) =>
    fetch(`${url}/api/v1/${at}`, {
      ...init,
      headers: {
        authorization: `Bearer ${citizen}`,
        ...(init.body !== undefined && { 'content-type': 'application/json' }),
        'idempotency-key': `provoked-${Math.random()}`,
        ...init.headers,
      },
    });
  const suggest = (body: string) => send(`lists/${LIST}/suggestions`, { method: 'POST', body });
  await suggest(`{"title":"${NAME}`);
  await suggest(JSON.stringify({ title: NAME, [PHONE]: PHONE }));
  await suggest(JSON.stringify({ title: { [NAME]: PHONE }, content: 1 }));
  await send(`projects/${encodeURIComponent(NAME)}?${PHONE}=1`);
  await send(`${PHONE}/%ff`);
  await send('lists', { headers: { authorization: `Bearer ${NAME.length}.${PHONE}` } });
  await send('my/personal-data', { method: 'DELETE' });
  for (const address of [databaseUrls.api, databaseUrls.projector, postgresUrl])
    for (const sql of [
      `select '${NAME}'::int`,
      `insert into es.events select * from es.events where data <> '${PHONE}' limit 1`,
      `insert into es.events (stream_id, data) values ('${NAME}', '${PHONE}')`,
      `selec ${NAME}`,
    ])
      await lookerAt(address)(sql).catch(() => undefined);
}
