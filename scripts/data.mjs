// npm run data -- export FILE | import FILE | rewrap: moves a ledger between machines and between major versions of
// PostgreSQL, and changes the wrap key of its vault
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
npm run data -- rewrap        改用最后一把保护密钥（系统可在运行） · wraps all keys with the last wrap key (the system may run)
  --data-dir DIR   数据目录（默认 .data；设置了 DATABASE_URL 时不用） · data folder (default .data; not used with DATABASE_URL)`;
const COMMANDS = { export: exportTo, import: importFrom, rewrap };
const PROGRESS_EVERY = 2_000;
const WRONG_USAGE = 64;
const NOT_IN_THE_FILE = ['vault.key', 'vault-wrap.keys', 'vault-erasures', 'local-issuer.json'];

const load = createRequire(import.meta.url);
// read when they are built
const backup = () => load(inRepository('libs/backup/dist/index.js'));
const vault = () => load(inRepository('libs/vault/dist/index.js'));
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
    await COMMANDS[command](file, dataDir);
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
    if (!(command in COMMANDS) || (command === 'rewrap') !== (file === undefined) || more.length > 0)
      throw new Problem('export FILE | import FILE | rewrap');
    return {
      command,
      ...(file && { file: asTyped(file) }),
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
注意：文件不含 ${NOT_IN_THE_FILE.join('、')}。没有前两个文件，个人信息无法解封；没有第三个，导入会恢复已删除的个人信息。请另行妥善复制，不要与本文件放在一起。
Note: ${NOT_IN_THE_FILE.join(', ')} are not in the file. ` +
      `Without the first two personal data stay sealed; without the third an import brings back persons who were ` +
      `erased. Copy them separately and keep them apart from the file.`,
  );
}

async function importFrom(file, dataDir) {
  await refuseRunningSystem(dataDir);
  const files = vaultFilesIfThere(dataDir);
  let erased = 0;
  const beforeCommit = async (client) => {
    if (files) erased = await vault().deletePersons(client, await files.tombstones.all());
  };
  const { exportedAt } = await withDatabase(dataDir, (url) =>
    step('导入 · Importing', (note) =>
      backup().importLedger({
        url,
        file,
        migrate,
        beforeCommit,
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
  if (erased > 0) say(`已再次删除 ${erased} 项个人信息 · ${erased} keys of persons were erased again`);
  if (!files)
    say(
      `启动前请把原来的 vault.key、vault-wrap.keys 和 vault-erasures 复制到 ${dataDir}：否则会生成新密钥，个人信息无法解封，已删除的人不会再次删除。
Before the start, copy the former vault.key, vault-wrap.keys and vault-erasures to ${dataDir}: otherwise new keys ` +
        `are made, personal data stay sealed, and who was erased is not erased again.`,
    );
}

async function rewrap(_, dataDir) {
  const files = vaultFilesIfThere(dataDir);
  const { recordRewrap } = load(inRepository('apps/api/dist/security-log/record-wrap-key.js'));
  if (!files) throw new Problem(`${dataDir}：没有保险箱密钥 · the keys of the vault are not there`);
  const { rewrapped, unreadable } = await withDatabase(dataDir, (url) =>
    step('重新加密 · Rewrapping', () =>
      withPool(url, async (pool) => {
        await vault().migrateVault(pool, files.keys);
        await recordRewrap({ ...process.env, DATA_DIR: dataDir }, files.keys.current.id);
        return vault().rewrap(pool, files.keys);
      }),
    ),
  );
  say(`已重新加密 ${rewrapped} 把密钥 · ${rewrapped} keys are wrapped with the last key of the file now`);
  if (unreadable === 0)
    return say('旧的保护密钥现在可以销毁 · the older wrap keys can be destroyed once every api has the new file');
  process.exitCode = 1;
  throw new Problem(
    `${unreadable} 把无法打开：包裹它们的密钥不在文件中，或数据已损坏 · ${unreadable} cannot be opened: their wrap key is not ` +
      `in the file, or they are damaged`,
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
    return await work(server.url());
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

/**
 * Log and vault create their own tables, those of the vault in the age of the file. The rest, the conversion, and the
 * privileges come with the migration before the start, which has the keys.
 */
async function migrate(url, versions) {
  const { migrateEventStore } = load(inRepository('libs/event-store/dist/index.js'));
  await migrateEventStore(url);
  await withPool(url, (pool) => vault().makeEmptyVault(pool, versions.vault));
}

async function withPool(url, work) {
  const { Pool } = load('pg');
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** Undefined where a key is not there (yet): none is made here. */
function vaultFilesIfThere(dataDir) {
  const { VAULT_KEY_FILE = join(dataDir, 'vault.key'), VAULT_WRAP_KEYS_FILE = join(dataDir, 'vault-wrap.keys') } =
    process.env;
  if (!existsSync(VAULT_KEY_FILE) || !existsSync(VAULT_WRAP_KEYS_FILE)) return undefined;
  return vault().openVaultFiles({ ...process.env, DATA_DIR: dataDir });
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
