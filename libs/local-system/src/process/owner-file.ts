import { randomBytes } from 'node:crypto';
import { link, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { LocalSystemError } from '../local-system-error';
import { readIfThere, writeAtomically } from './files';
import { isSameProcessAlive, markOf, type ProcessMark } from './processes';

/** The process that runs a system, and the address of the system. */
export interface Owner extends ProcessMark {
  readonly url?: string;
}

export interface Ownership {
  /** Tells a second starter where the system is. */
  announce(url: string): Promise<void>;
  release(): Promise<void>;
}

/** The live owner of a system, if any. A dead process's file does not count, nor does a later process with its pid. */
export async function liveOwner(file: string): Promise<Owner | undefined> {
  const text = await readIfThere(file);
  const owner = text === undefined ? undefined : parse(text);
  return owner && isSameProcessAlive(owner) ? owner : undefined;
}

/** Makes this process the only one that runs the system of this file. @throws LocalSystemError ALREADY_RUNNING */
export async function claimOwnership(file: string): Promise<Ownership> {
  const mine = markOf(process.pid);
  const other = await claim(file, mine);
  if (other) throw alreadyRunning(other);
  return {
    announce: (url) => writeAtomically(file, JSON.stringify({ ...mine, url })),
    release: () => rm(file, { force: true }),
  };
}

/** Runs the work while this caller alone holds the file. Others wait; the lock of a dead holder goes to the next. */
export async function inTurn<T>(file: string, work: () => Promise<T>, onWait: (holder: Owner) => void): Promise<T> {
  const mine = markOf(process.pid);
  for (
    let holder = await claim(file, mine), isAnnounced = false;
    holder;
    holder = await claim(file, mine), isAnnounced = true
  ) {
    if (!isAnnounced) onWait(holder);
    while (await liveOwner(file)) await sleep(10);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** Writes this mark to the file, unless a live process holds it: then returns that one. */
async function claim(file: string, mine: ProcessMark): Promise<Owner | undefined> {
  // two callers of one process must not share it
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}.claim`;
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    while (!(await linked(draft, file))) {
      const holder = await removeDeadClaim(file);
      if (holder) return holder;
    }
    return undefined;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Only one process can create a link, however many try at once. */
const linked = (draft: string, file: string): Promise<boolean> =>
  link(draft, file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

/** Returns the holder if it is alive after all. */
async function removeDeadClaim(file: string): Promise<Owner | undefined> {
  const holder = await liveOwner(file);
  if (holder) return holder;
  const aside = `${file}.${process.pid}.dead`;
  await rename(file, aside).catch(() => undefined); // another starter may have moved it first
  const moved = await liveOwner(aside);
  if (moved) await link(aside, file).catch(() => undefined); // a faster starter's new claim: give it back
  await rm(aside, { force: true });
  return moved;
}

function alreadyRunning({ pid, url }: Owner): LocalSystemError {
  const where = url ?? `pid ${pid}`;
  return new LocalSystemError('ALREADY_RUNNING', `系统已在运行：${where}`, `The system is already running at ${where}`);
}

function parse(text: string): Owner | undefined {
  try {
    const owner = JSON.parse(text) as Owner;
    return Number.isInteger(owner.pid) ? owner : undefined;
  } catch {
    return undefined; // truncated by a crash
  }
}
