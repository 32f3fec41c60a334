import { chmod, mkdir, open, readFile, rename, stat, writeFile } from 'node:fs/promises';

/** The file's text, or undefined when there is no such file. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** Makes the folder with exactly this mode, whatever the umask; an existing one is left alone. */
export async function makeFolder(folder: string, mode: number): Promise<void> {
  if (await mkdir(folder, { recursive: true })) await chmod(folder, mode);
}

/** A reader sees the old text or the new one, never part of it, and so does the next start after a crash. */
export async function writeAtomically(file: string, text: string, mode = 0o600): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, text, { mode, flush: true });
  await rename(draft, file);
}

/** Makes a rename inside this folder survive a power cut. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().catch(() => undefined); // some file systems cannot flush a folder; the rename itself is done
  await handle.close();
}

/** The end of a text file, read from `offset` on: what was written since. */
export async function tail(file: string, lines: number, offset = 0): Promise<string> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  return bytes.subarray(offset).toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

export const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    (found) => found.size,
    () => 0,
  );
