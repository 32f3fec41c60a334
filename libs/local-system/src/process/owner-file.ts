import { link, rename, rm, writeFile } from 'node:fs/promises';
import { LocalSystemError } from '../local-system-error';
import { readIfThere, writeAtomically } from './files';
import { isSameProcessAlive, markOf, type ProcessMark } from './processes';

/** The process that runs a system, and where the system answers. */
export interface Owner extends ProcessMark { readonly url?: string }

export interface Ownership {
  /** Tells a second starter where the system is. */
  announce(url: string): Promise<void>;
  release(): Promise<void>;
}

/** The living owner of a system, if any. A dead process' file counts for nothing, nor does a later process with its pid. */
export async function livingOwner(file: string): Promise<Owner | undefined> {
  const text = await readIfThere(file);
  const owner = text === undefined ? undefined : parse(text);
  return owner && isSameProcessAlive(owner) ? owner : undefined;
}

/** Makes this process the only one that runs the system of this file. @throws LocalSystemError ALREADY_RUNNING */
export async function claimOwnership(file: string): Promise<Ownership> {
  const mine = markOf(process.pid);
  const draft = `${file}.${process.pid}.claim`;
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    while (!(await linked(draft, file))) await removeDeadClaim(file);
  } finally {
    await rm(draft, { force: true });
  }
  return {
    announce: (url) => writeAtomically(file, JSON.stringify({ ...mine, url })),
    release: () => rm(file, { force: true }),
  };
}

/** A link is made by one process only, however many try at once. */
const linked = (draft: string, file: string): Promise<boolean> =>
  link(draft, file).then(() => true, (error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return false;
    throw error;
  });

async function removeDeadClaim(file: string): Promise<void> {
  refuseIfAlive(await livingOwner(file));
  const aside = `${file}.${process.pid}.dead`;
  await rename(file, aside).catch(() => undefined); // another starter may have moved it first
  const moved = await livingOwner(aside);
  if (moved) await link(aside, file).catch(() => undefined); // a faster starter's fresh claim: give it back
  await rm(aside, { force: true });
  refuseIfAlive(moved);
}

function refuseIfAlive(owner: Owner | undefined): void {
  if (!owner) return;
  const where = owner.url ?? `pid ${owner.pid}`;
  throw new LocalSystemError('ALREADY_RUNNING', `系统已在运行：${where}`, `The system is already running at ${where}`);
}

function parse(text: string): Owner | undefined {
  try {
    const owner = JSON.parse(text) as Owner;
    return Number.isInteger(owner.pid) ? owner : undefined;
  } catch {
    return undefined; // cut off by a crash
  }
}
