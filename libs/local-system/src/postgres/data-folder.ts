import { createHash } from 'node:crypto';
import { rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { LocalSystemError, type Say } from '../local-system-error';
import { isThere, makeFolder, readIfThere, writeAtomically } from '../process/files';
import { stopServerIn } from './running-server';
import { canEnter, chooseServerUser, isRoot, type ServerUser } from './server-user';

/** Where the cluster is, and which user runs it. */
export interface DataFolder {
  readonly dataDir: string;
  readonly user: ServerUser;
  /** To be called when the cluster is complete: lets the next start find a cluster that is elsewhere. */
  remember(): Promise<void>;
}

/** State that survives reboots and clean-ups. Not /var/tmp: most systems delete files there after 30 days. */
const SHARED_STATE = ['/var/lib/minsheng-ledger', '/var/local/minsheng-ledger', '/var/tmp/minsheng-ledger'];

/** The cluster goes to the given folder; as root, if the server's user cannot enter it, to a place that it can. */
export async function placeDataFolder(wished: string, say: Say): Promise<DataFolder> {
  const parent = path.dirname(wished);
  const pointer = `${wished}.elsewhere`;
  const recorded = (await readIfThere(pointer))?.trim();
  if (recorded) return elsewhere(await stillThere(recorded, pointer), pointer, say);

  const user = await chooseServerUser(wished);
  if (await canEnter(parent, user)) return { dataDir: wished, user, remember: async () => undefined };
  if (await isThere(path.join(wished, 'PG_VERSION'))) {
    throw new LocalSystemError(
      'DATA_FOLDER_NOT_OURS',
      `以 root 运行时，数据库用户无法进入 ${parent}；请对上级目录执行 chmod o+x`,
      `As root the server runs as another user, who cannot enter ${parent}: chmod o+x the folders above it`,
    );
  }
  const name = createHash('sha256').update(path.resolve(wished)).digest('hex').slice(0, 12);
  const place = path.join(await sharedStateFolder(), name);
  await makeFolder(place, 0o711);
  await setAsideForgottenCluster(path.join(place, 'postgres'), say);
  return elsewhere(path.join(place, 'postgres'), pointer, say);
}

/** The first folder for shared state that root can create and that belongs to root alone. */
export async function sharedStateFolder(): Promise<string> {
  for (const folder of SHARED_STATE) {
    await makeFolder(folder, 0o711).catch(() => undefined);
    const found = await stat(folder).catch(() => undefined);
    if (found?.uid === 0 && (found.mode & 0o022) === 0) return folder;
  }
  throw new LocalSystemError(
    'DATA_FOLDER_NOT_OURS',
    `找不到数据库用户可进入的目录，请用 --data-dir 指定`,
    `No folder that the server's user can reach: name one with --data-dir`,
  );
}

async function elsewhere(dataDir: string, pointer: string, say: Say): Promise<DataFolder> {
  say(`数据库文件放在 ${dataDir} · database files are kept there`);
  return {
    dataDir,
    user: await chooseServerUser(dataDir),
    remember: () => writeAtomically(pointer, `${dataDir}\n`, 0o644),
  };
}

/** A recorded cluster that vanished is lost data, not a first start. */
async function stillThere(recorded: string, pointer: string): Promise<string> {
  if (await isThere(recorded)) return recorded;
  throw new LocalSystemError(
    'DATA_FOLDER_GONE',
    `数据目录 ${recorded} 不见了。恢复它；或删除 ${pointer} 从空库开始`,
    `The data folder ${recorded} is gone. Restore it, or delete ${pointer} to start empty`,
  );
}

/** A deleted pointer means an empty start; the old data are kept all the same, under another name. */
async function setAsideForgottenCluster(dataDir: string, say: Say): Promise<void> {
  if (!(await isThere(dataDir))) return;
  await stopServerIn(dataDir);
  const aside = `${dataDir}.${new Date().toISOString().replaceAll(/[^0-9]/g, '')}`;
  await rename(dataDir, aside);
  say(`旧数据移到 ${aside} · older data moved there`);
}

/** Fails before anything is written next to the folder. @throws LocalSystemError DATA_FOLDER_NOT_OURS */
export async function refuseForeignFolder(wished: string): Promise<void> {
  const found = await stat(wished).catch(() => undefined);
  if (!found || isRoot() || found.uid === process.getuid?.()) return;
  throw new LocalSystemError(
    'DATA_FOLDER_NOT_OURS',
    `${wished} 属于另一用户（uid ${found.uid}）；请用该用户启动，或用 --data-dir 换目录`,
    `${wished} belongs to another user (uid ${found.uid}): start as that user, or choose another --data-dir`,
  );
}
