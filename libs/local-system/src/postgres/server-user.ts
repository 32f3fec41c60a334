import { chmod, chown, lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** The user of initdb and the server; undefined for our own. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined;

/** The id of "nobody" on every system: PostgreSQL refuses to run as root. */
const NOBODY = { uid: 65534, gid: 65534 };

export const isRoot = (): boolean => process.getuid?.() === 0;

/** As root, the owner of an existing cluster, else nobody; otherwise our own user. */
export async function chooseServerUser(dataDir: string): Promise<ServerUser> {
  if (!isRoot()) return undefined;
  const found = await stat(dataDir).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : NOBODY;
}

/** Whether this user may enter every folder from the root down to this one. */
export async function canEnter(folder: string, user: ServerUser): Promise<boolean> {
  if (!user) return true;
  const parent = path.dirname(path.resolve(folder));
  return (await allows(folder, user, 0o1)) && (parent === folder || canEnter(parent, user));
}

/** Whether this user may enter the folder and list it. */
export const canRead = async (folder: string, user: ServerUser): Promise<boolean> =>
  !user || ((await allows(folder, user, 0o5)) && canEnter(folder, user));

async function allows(file: string, user: NonNullable<ServerUser>, wanted: number): Promise<boolean> {
  const { uid, gid, mode } = await stat(file);
  const granted = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode;
  return (granted & wanted) === wanted;
}

/** Gives the folder and its content to the server's user: a copy made by root belongs to root. */
export async function giveTo(folder: string, user: ServerUser): Promise<void> {
  if (user) await giveAll(folder, user);
  await chmod(folder, 0o700); // the server refuses a folder that others may read
}

async function giveAll(file: string, user: NonNullable<ServerUser>): Promise<void> {
  const { uid } = await lstat(file);
  if (uid === user.uid) return; // a folder of the right owner was given before, with its content
  if ((await lstat(file)).isDirectory())
    for (const name of await readdir(file)) await giveAll(path.join(file, name), user);
  await chown(file, user.uid, user.gid);
}
