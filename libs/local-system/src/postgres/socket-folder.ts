import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Bytes that a socket's address holds, the zero at its end not counted; the shortest of our platforms (macOS) decides.
 */
const LONGEST_ADDRESS = 103;
const SOCKET = '/.s.PGSQL.65535';

/**
 * Where the server puts its socket: into the cluster's own folder, which nobody but its user can enter. A local socket
 * saves each round
 * trip the work of a network (handbook store.md, section 1). Empty, none, where the path is too long for one, or would
 * be read as several:
 * there the port alone must do.
 */
export const socketFolderFor = (dataDir: string): string =>
  Buffer.byteLength(dataDir + SOCKET) > LONGEST_ADDRESS || /[,"]/.test(dataDir) ? '' : dataDir;

/** Not every file system can hold a socket; the server ends when it is told to make one there. */
export const cannotHoldSocket = (log: string): boolean =>
  /could not bind Unix address|could not create any Unix-domain sockets/i.test(log);

/**
 * Removes what a killed server left, as far as that can be: the next one takes another port, and would be stopped by a
 * lock whose process number lives again.
 */
export async function removeLeftSockets(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir))
    if (name.startsWith('.s.PGSQL.')) await rm(path.join(dataDir, name)).catch(() => undefined);
}
