import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { CommandProcessor } from '@minsheng/command-handling';
import type { ListId } from '@minsheng/contracts';
import { makeTemporaryFolder, startPostgres, startSystem, type RunningSystem } from '@minsheng/local-system';
import { migrateEventStore, PostgresEventStore } from '@minsheng/event-store';
import { migrateReadModels } from '@minsheng/read-models';
import { LIST, lookerAt } from '../support/rehearsal';

interface Session {
  readonly role: string;
  readonly superuser: boolean;
}
const REFUSED = '42501';
const opening = {
  type: 'OpenAnnualList',
  data: { regionName: '眉山市', title: '2019年民生实事', mode: 'government', seats: 2 },
} as const;
const envelope = {
  actor: { id: 'commission', role: 'commission' },
  on: '2018-10-08',
  commandId: randomUUID(),
  fingerprint: 'opening',
  correlationId: 'opening',
} as const;

describe('a data folder of the version before, all of it owned and used by the superuser', () => {
  let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>;
  let system: RunningSystem;
  const steps: string[] = [];
  const start = () => startSystem({ dataDir: folder.folder, apiPort: 0, onStep: (text) => steps.push(text) });

  beforeAll(async () => {
    folder = await makeTemporaryFolder('older-folder');
    const server = await startPostgres({ dataDir: path.join(folder.folder, 'postgres') });
    const [url, look] = [server.url(), lookerAt(server.url())];
    await migrateEventStore(url);
    await migrateReadModels(url);
    const store = await PostgresEventStore.open({ connectionString: url });
    await new CommandProcessor(store).execute('annual-list', LIST as ListId, opening, envelope);
    await store.close();
    await look('drop trigger append_only on es.events');
    await look('drop function es.refuse_change');
    await look('delete from es.schema_version where version = 9');
    await server.stop();
    system = await start();
  }, 120_000);
  afterAll(async () => {
    await system.stop();
    await folder.remove();
  }, 60_000);

  it('serves after the start what it held before', async () => {
    const list = async (): Promise<{ title?: string }> =>
      (await fetch(`${system.url}/api/v1/lists/${LIST}?wait-for=1`)).json() as Promise<{ title?: string }>;
    let shown = await list();
    while (shown.title === undefined) shown = await list(); // the projector reads the log
    expect(shown.title).toBe('2019年民生实事');
  });

  it('is used by no superuser any more', async () => {
    const look = lookerAt(system.postgresUrl); // the only one, for this look
    const sessions = await look<Session>(
      `select distinct usename as role, rolsuper as superuser from pg_stat_activity join pg_roles on rolname = usename
        where backend_type = 'client backend' and pid <> pg_backend_pid() order by role`,
    );
    expect(sessions).toEqual([
      { role: 'minsheng_api', superuser: false },
      { role: 'minsheng_projector', superuser: false },
    ]);
  });

  it.each(['update es.events set data = data', 'delete from es.events', 'truncate es.events'])(
    'refuses by the server itself: %s',
    async (sql) => {
      for (const url of Object.values(system.databaseUrls))
        await expect(lookerAt(url)(sql)).rejects.toMatchObject({ code: REFUSED });
    },
  );

  it('keeps the vault from the projector', async () => {
    await expect(lookerAt(system.databaseUrls.projector)('select from vault.person')).rejects.toMatchObject({
      code: REFUSED,
    });
    expect(await lookerAt(system.databaseUrls.api)('select from vault.person')).toEqual([]);
  });

  it('starts again as it is: nothing changes hands twice', async () => {
    const ownership = () =>
      lookerAt(system.postgresUrl)(
        `select schemaname, tablename, tableowner from pg_tables where schemaname in ('es', 'vault', 'read')
          order by schemaname, tablename`,
      );
    const before = await ownership();
    await system.stop();
    system = await start();
    expect(await ownership()).toEqual(before);
    expect(before.length).toBeGreaterThan(15);
  }, 60_000);
});
