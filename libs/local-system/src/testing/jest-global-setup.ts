import path from 'node:path';
import { startPostgres } from '../postgres/start-postgres';
import { makeTemporaryFolder } from '../postgres/temporary-folder';

// `var`: the only form that TypeScript accepts for a global
declare global {
  var testPostgres: { stop(): Promise<void> } | undefined;
}

/** One temporary server for the whole Jest run. Suites create databases of their own on it: see TEST_DATABASE_URL. */
export default async function startTestPostgres(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return; // another server, or the setup of the other Jest project was faster
  const { folder, remove } = await makeTemporaryFolder('jest');
  const server = await startPostgres({ dataDir: path.join(folder, 'postgres') });
  process.env['TEST_DATABASE_URL'] = server.url('postgres');
  globalThis.testPostgres = {
    stop: async () => {
      await server.stop();
      await remove();
    },
  };
}
