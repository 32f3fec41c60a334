import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from './console.mjs';
import { inRepository } from './repository.mjs';
import { run } from './run.mjs';

const SEED = inRepository('apps/rehearsal/dist/seed.js');
const wantedIn = (dataDir) => path.join(dataDir, 'seed-wanted');
const doneIn = (dataDir) => path.join(dataDir, 'seeded.json');

/** Before the first start: marks this data folder to be seeded. The mark stays until that has succeeded. */
export function wishForSeed(dataDir) {
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) return;
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  writeFileSync(wantedIn(dataDir), '');
}

/** Seeds a new system with a year in progress. An interrupted seed is repeated: every step has its own key. */
export async function seedIfWanted({ dataDir, url, issuerFile }) {
  if (!existsSync(wantedIn(dataDir)) || existsSync(doneIn(dataDir)) || !existsSync(SEED)) return;
  say('… 填入一个进行中的年度 · Filling in a year in progress');
  const { ok } = await run(process.execPath, [SEED, '--url', url, '--issuer', issuerFile], { loud: true });
  if (!ok) {
    say(
      '✗ 示例数据未填完，系统照常运行；下次启动会继续。 · The sample year is incomplete; the system runs, and the next start continues it.',
    );
    return;
  }
  writeFileSync(doneIn(dataDir), `${JSON.stringify({ at: new Date().toISOString() })}\n`);
  rmSync(wantedIn(dataDir));
}
