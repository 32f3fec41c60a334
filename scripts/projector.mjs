// npm run projector -- COMMAND [NAME|all]; `help` lists the commands
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuilt } from './front-door/build.mjs';
import { complain, Problem } from './front-door/console.mjs';
import { ensureInstalled } from './front-door/install.mjs';
import { requireNode } from './front-door/node-version.mjs';
import { inRepository } from './front-door/repository.mjs';

/** Commands that need a database; anything else prints the usage and creates nothing. */
const COMMANDS = ['status', 'verify', 'rebuild', 'rollback', 'pause', 'resume', 'retry'];
const command = (env) =>
  spawnSync(process.execPath, [inRepository('apps/projector/dist/command-line.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env,
  }).status ?? 1;

requireNode();
try {
  await ensureInstalled();
  await ensureBuilt();
  process.exitCode = await run();
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

/**
 * On the database of DATABASE_URL, or on that of the local system: a running server is used, a stopped one is started
 * for the time.
 */
async function run() {
  if (!COMMANDS.includes(process.argv[2]) || process.env.DATABASE_URL || process.env.DATABASE_URL_FILE)
    return command(process.env);
  const dataDir = process.env.DATA_DIR ?? inRepository('.data');
  if (!existsSync(join(dataDir, 'postgres.password')))
    throw new Problem(
      '还没有数据：先运行 npm start，或设置 DATABASE_URL · There are no data yet: npm start first, or set DATABASE_URL',
    );
  const library = createRequire(import.meta.url)(inRepository('libs/local-system/dist/index.js'));
  const server = await library.startPostgres({ dataDir: join(dataDir, 'postgres') });
  try {
    const { projector } = server.adopted
      ? await library.databaseUrlsOf(server, dataDir)
      : await library.prepareDatabase(server, { dataDir });
    return command({ ...process.env, DATABASE_URL: projector });
  } finally {
    if (!server.adopted) await server.stop();
  }
}
