// npm run data -- export FILE | import FILE: moves a ledger between machines and between major versions of PostgreSQL
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './front-door/build.mjs';
import { complain, Problem, say, step } from './front-door/console.mjs';
import { ensureInstalled } from './front-door/install.mjs';
import { requireNode } from './front-door/node-version.mjs';
import { asTyped, inRepository } from './front-door/repository.mjs';

const USAGE = `npm run data -- export FILE   导出全部数据到一个文件（系统可在运行） · writes all data into one file (the system may run)
npm run data -- import FILE   导入到空台账（api 与 projector 须停止） · reads it into an empty ledger (api and projector stopped)
  --data-dir DIR   数据目录（默认 .data；设置了 DATABASE_URL 时不用） · data folder (default .data; not used with DATABASE_URL)`;
const PROGRESS_EVERY = 2_000;
const WRONG_USAGE = 64;

const load = createRequire(import.meta.url);
// read when they are built
const backup = () => load(inRepository('libs/backup/dist/index.js'));
const localSystem = () => load(inRepository('libs/local-system/dist/index.js'));
const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => interrupted.abort());

requireNode();
try {
  const { help, command, file, dataDir } = readArguments();
  if (help) say(USAGE);
  else {
    await ensureInstalled();
    await ensureBuilt();
    await { export: exportTo, import: importFrom }[command](file, dataDir);
  }
} catch (error) {
  complain(error);
  process.exitCode ||= 1;
}

function readArguments() {
  try {
    const {
      values,
      positionals: [command, file, ...more],
    } = parseArgs({
      allowPositionals: true,
      options: { 'data-dir': { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help || command === 'help') return { help: true };
    if (!['export', 'import'].includes(command) || !file || more.length > 0)
      throw new Problem('export FILE | import FILE');
    return {
      command,
      file: asTyped(file),
      dataDir: values['data-dir'] ? asTyped(values['data-dir']) : (process.env.DATA_DIR ?? inRepository('.data')),
    };
  } catch (error) {
    process.exitCode = WRONG_USAGE;
    throw new Problem(`${error.message}\n\n${USAGE}`);
  }
}

async function exportTo(file, dataDir) {
  if (!givenUrl() && !existsSync(passwordIn(dataDir)))
    throw new Problem(`${dataDir}：还没有数据 · there are no data yet`);
  const { version } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8'));
  const { tables } = await withDatabase(dataDir, (url) =>
    step('导出 · Exporting', (note) =>
      backup().exportLedger({ url, file, product: version, signal: interrupted.signal, onProgress: progress(note) }),
    ),
  );
  say(
    `
${file}：${tables.map(({ schema, name, rows }) => `${schema}.${name} ${rows}`).join(', ')}
注意：文件不含保险箱密钥（${keyIn(dataDir)}）和本地签发者（local-issuer.json）。没有这把密钥，个人信息无法解封：请另行妥善复制，不要与本文件放在一起。
Note: the vault's key (${keyIn(dataDir)}) and the local issuer (local-issuer.json) are not in the file. Without ` +
      `that key personal data stay sealed: copy it separately and keep it apart from the file.`,
  );
}

async function importFrom(file, dataDir) {
  await refuseRunningSystem(dataDir);
  const { exportedAt } = await withDatabase(dataDir, (url, server) =>
    step('导入 · Importing', (note) =>
      backup().importLedger({
        url,
        file,
        migrate: server ? () => localSystem().prepareDatabase(server, { dataDir }) : migrate,
        signal: interrupted.signal,
        onProgress: progress(note),
      }),
    ),
  );
  say(
    `
已导入 ${exportedAt} 的台账；读模型由 projector 启动后自行重建。 · The ledger of ${exportedAt} is imported; the projector ` +
      `rebuilds the read models when it starts.`,
  );
  if (!existsSync(keyIn(dataDir)))
    say(
      `启动前请把原来的 vault.key 复制到 ${keyIn(dataDir)}，否则会生成新密钥，个人信息无法解封。
Before the start, copy the former vault.key to ${keyIn(dataDir)}: otherwise a new key is made, and personal data ` +
        `stay sealed.`,
    );
}

/**
 * On the database of DATABASE_URL, or on that of the local system: a running server is used, a stopped one is started
 * for the time.
 */
async function withDatabase(dataDir, work) {
  const url = givenUrl();
  if (url) return work(url);
  const server = await localSystem().startPostgres({ dataDir: join(dataDir, 'postgres') });
  try {
    return await work(server.url(), server);
  } finally {
    if (!server.adopted) await server.stop();
  }
}

async function refuseRunningSystem(dataDir) {
  if (givenUrl() || !(await localSystem().liveOwner(join(dataDir, 'owner.json')))) return;
  const { BackupError } = backup();
  throw new BackupError(
    'LEDGER_IN_USE',
    `系统正在 ${dataDir} 上运行：先停止它（Ctrl-C）`,
    `The system is running on ${dataDir}: stop it first (Ctrl-C)`,
  );
}

/** Log and vault create their own tables; the rest, and the privileges, come with the migration before the start. */
async function migrate(url) {
  const { migrateEventStore } = load(inRepository('libs/event-store/dist/index.js'));
  const { Vault } = load(inRepository('libs/vault/dist/index.js'));
  const { Pool } = load('pg');
  await migrateEventStore(url);
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    await new Vault(pool, Buffer.alloc(32)).migrate(); // creating a table needs no key
  } finally {
    await pool.end();
  }
}

function progress(note) {
  let [current, begin, shown] = ['', 0, 0];
  return ({ table, rows, of }) => {
    const now = Date.now();
    if (table !== current) [current, begin, shown] = [table, now, now];
    if (rows < of && now - shown < PROGRESS_EVERY) return;
    shown = now;
    note(`${table} ${rows}/${of} · ${Math.round((rows * 1000) / Math.max(now - begin, 1))} 行/秒 rows/s`);
  };
}

function givenUrl() {
  const { DATABASE_URL, DATABASE_URL_FILE } = process.env;
  return DATABASE_URL ?? (DATABASE_URL_FILE && readFileSync(DATABASE_URL_FILE, 'utf8').trim());
}

function passwordIn(dataDir) {
  return join(dataDir, 'postgres.password');
}

function keyIn(dataDir) {
  return process.env.VAULT_KEY_FILE ?? join(dataDir, 'vault.key');
}
