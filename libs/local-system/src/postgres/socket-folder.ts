/** Bytes that a socket's address holds, the zero at its end not counted; the shortest of our platforms (macOS) decides. */
const LONGEST_ADDRESS = 103;
const SOCKET = '/.s.PGSQL.65535';

/**
 * Where the server puts its socket: into the cluster's own folder, which nobody but its user can enter. A local socket saves each round
 * trip the work of a network (handbook store.md, section 1). Empty, none, where the path is too long for one and on Windows: there the
 * port alone must do.
 */
export const socketFolderFor = (dataDir: string): string =>
  process.platform === 'win32' || Buffer.byteLength(dataDir + SOCKET) > LONGEST_ADDRESS ? '' : dataDir;
