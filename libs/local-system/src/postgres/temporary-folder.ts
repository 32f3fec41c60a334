import { chmod, lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeAtomically } from '../process/files';
import { isSameProcessAlive, markOf, type ProcessMark } from '../process/processes';
import { stopServerIn } from './running-server';

const PREFIX = 'minsheng-';
const MARK = 'made-by.json';

export interface TemporaryFolder {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * A folder of this process only, for a temporary system (its cluster belongs in `<folder>/postgres`). First removes
 * what killed processes left behind, with the servers that still run there: nothing else would stop them.
 */
export async function makeTemporaryFolder(label: string): Promise<TemporaryFolder> {
  await sweepAbandonedFolders();
  const folder = await mkdtemp(path.join(tmpdir(), `${PREFIX}${label}-`));
  await chmod(folder, 0o711); // under root the server runs as another user, who must be able to enter
  await writeAtomically(path.join(folder, MARK), JSON.stringify(markOf(process.pid)));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

async function sweepAbandonedFolders(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    const folder = path.join(tmpdir(), name);
    try {
      if ((await lstat(folder)).uid !== process.getuid?.()) continue;
      const maker = JSON.parse(await readFile(path.join(folder, MARK), 'utf8')) as ProcessMark;
      if (isSameProcessAlive(maker)) continue;
      await stopServerIn(path.join(folder, 'postgres'));
      await rm(folder, { recursive: true, force: true });
    } catch {
      continue; // not one of ours, or another starter is removing it too
    }
  }
}
