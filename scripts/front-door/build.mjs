import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem, step } from './console.mjs';
import { inRepository, REPOSITORY } from './repository.mjs';
import { run } from './run.mjs';

const MARKER = inRepository('.nx/minsheng-built');
const NOT_SOURCES = new Set(['node_modules', 'dist', 'coverage']);

/** Builds every project unless nothing changed since the last build. Nx checks that too, but takes two seconds. */
export async function ensureBuilt() {
  const now = fingerprint();
  if (existsSync(MARKER) && readFileSync(MARKER, 'utf8') === now && projects().every(isBuilt)) return;
  await step('编译 · Building', build);
  mkdirSync(path.dirname(MARKER), { recursive: true });
  writeFileSync(MARKER, now); // the state before the build: what changed meanwhile is built next time
}

async function build() {
  const nx = inRepository('node_modules/nx');
  const { bin } = JSON.parse(readFileSync(path.join(nx, 'package.json'), 'utf8'));
  // Nx also counts the root as a project and its `npm run build` as the target: included, it would call itself.
  const args = [path.join(nx, bin.nx), 'run-many', '-t', 'build', '--exclude=workspace', '--output-style=static'];
  const { ok, excerpt } = await run(process.execPath, args, {
    cwd: REPOSITORY,
    env: { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' },
  });
  if (!ok) throw new Problem(`${excerpt}\n\n编译失败。The build failed: npx nx run-many -t build --skip-nx-cache`);
}

const projects = () =>
  ['apps', 'libs'].flatMap(foldersIn).filter((folder) => existsSync(path.join(folder, 'project.json')));

const isBuilt = (project) => {
  const dist = path.join(project, 'dist');
  return existsSync(dist) && readdirSync(dist).length > 0;
};

const foldersIn = (parent) =>
  readdirSync(inRepository(parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => inRepository(parent, entry.name));

/** Names, sizes and times of all inputs of a build: 10 ms instead of reading every file. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', '.swcrc', 'nx.json']) add(hash, inRepository(file));
  for (const project of projects()) walk(hash, project);
  return hash.digest('hex');
}

function walk(hash, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (NOT_SOURCES.has(entry.name)) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) walk(hash, file);
    else if (entry.isFile()) add(hash, file);
  }
}

function add(hash, file) {
  const { size, mtimeMs } = statSync(file);
  hash.update(`${path.relative(REPOSITORY, file)}\0${size}\0${mtimeMs}\0`);
}
