import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** Longest address of a socket in bytes, without the final zero; the shortest of our platforms (macOS) decides. */
const LONGEST_ADDRESS = 103;
const SOCKET = '/.s.PGSQL.65535';

/**
 * The server's socket is in the cluster's own folder, which only its user can enter. A local socket saves the cost of
 * TCP in each round trip. Empty (no socket) if the path is too long, or would be read as several paths: then the port
 * is used.
 */
export const socketFolderFor = (dataDir: string): string =>
  Buffer.byteLength(dataDir + SOCKET) > LONGEST_ADDRESS || /[,"]/.test(dataDir) ? '' : dataDir;

/** Not every file system can hold a socket; the server ends if it has to create one there. */
export const cannotHoldSocket = (log: string): boolean =>
  /could not bind Unix address|could not create any Unix-domain sockets/i.test(log);

/**
 * Removes what a killed server left, as far as possible: the next one takes another port, and a lock whose process id
 * is in use again would stop it.
 */
export async function removeLeftSockets(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir))
    if (name.startsWith('.s.PGSQL.')) await rm(path.join(dataDir, name)).catch(() => undefined);
}
