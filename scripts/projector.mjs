// npm run projector -- status | verify [NAME|all] | rebuild NAME|all
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuilt } from './front-door/build.mjs';
import { complain } from './front-door/console.mjs';
import { ensureInstalled } from './front-door/install.mjs';
import { requireNode } from './front-door/node-version.mjs';
import { inRepository } from './front-door/repository.mjs';

requireNode();
try {
  await ensureInstalled();
  await ensureBuilt();
  process.exitCode = await run();
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

/** On the database named by DATABASE_URL, or on the local system's own: a living server is used, one that sleeps is woken for the while. */
async function run() {
  if (process.env.DATABASE_URL || process.env.DATABASE_URL_FILE) return command(process.env);
  const { startPostgres } = createRequire(import.meta.url)(inRepository('libs/local-system/dist/index.js'));
  const server = await startPostgres({ dataDir: join(process.env.DATA_DIR ?? inRepository('.data'), 'postgres') });
  try {
    return command({ ...process.env, DATABASE_URL: server.url() });
  } finally {
    if (!server.adopted) await server.stop();
  }
}

const command = (env) => spawnSync(process.execPath, [inRepository('apps/projector/dist/command-line.js'), ...process.argv.slice(2)], { stdio: 'inherit', env }).status ?? 1;
