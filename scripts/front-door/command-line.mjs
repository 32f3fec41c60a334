import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { complain, Problem } from './console.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { inRepository } from './repository.mjs';

/**
 * Runs a built command line of the product with the arguments of this process: on the database of DATABASE_URL, or on
 * that of the local system, where a running server is used and a stopped one is started for the time.
 * @param {string} path of the built script, in the repository
 * @param {object} options
 * @param {string[]} options.commands
 * @param {'api' | 'projector'} options.role
 * @param {(dataDir: string) => Record<string, string>} [options.localSettings]
 * `commands` need a database, anything else prints the usage and creates nothing; as which `role` it connects to the
 * local one; `localSettings` stand for those of a deployment
 */
export async function runCommandLine(path, { commands, role, localSettings = () => ({}) }) {
  const run = (env) =>
    spawnSync(process.execPath, [inRepository(path), ...process.argv.slice(2)], { stdio: 'inherit', env }).status ?? 1;
  requireNode();
  try {
    await ensureInstalled();
    await ensureBuilt();
    process.exitCode =
      !commands.includes(process.argv[2]) || process.env.DATABASE_URL || process.env.DATABASE_URL_FILE
        ? run(process.env)
        : await onLocalDatabase(role, (DATABASE_URL, dataDir) =>
            run({ ...process.env, ...localSettings(dataDir), DATABASE_URL }),
          );
  } catch (error) {
    complain(error);
    process.exitCode = 1;
  }
}

async function onLocalDatabase(role, work) {
  const dataDir = process.env.DATA_DIR ?? inRepository('.data');
  const cluster = join(dataDir, 'postgres');
  if (!existsSync(`${cluster}.password`))
    throw new Problem(
      '还没有数据：先运行 npm start，或设置 DATABASE_URL · There are no data yet: npm start first, or set DATABASE_URL',
    );
  const { databaseUrlsOf, prepareDatabase, startPostgres } = createRequire(import.meta.url)(
    inRepository('libs/local-system/dist/index.js'),
  );
  const server = await startPostgres({ dataDir: cluster });
  try {
    const urls = server.adopted ? await databaseUrlsOf(server, dataDir) : await prepareDatabase(server, { dataDir });
    return work(urls[role], dataDir);
  } finally {
    if (!server.adopted) await server.stop();
  }
}
