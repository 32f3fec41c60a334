import { randomBytes } from 'node:crypto';
import { LocalSystemError } from '../local-system-error';
import { readIfThere, writeAtomically } from '../process/files';

/** The superuser of our cluster. */
export const SUPERUSER = 'app';

/** The cluster's password, made at first start. Hexadecimal, because it is used in URLs. */
export async function passwordFor(file: string, isFirstStart: boolean): Promise<string> {
  const kept = (await readIfThere(file))?.trim();
  if (kept) return kept;
  if (!isFirstStart) {
    throw new LocalSystemError(
      'DATA_FOLDER_NOT_OURS',
      `缺少数据库口令文件 ${file}，请从备份恢复`,
      `The database's password file ${file} is missing: restore it from a backup`,
    );
  }
  const fresh = randomBytes(24).toString('hex');
  await writeAtomically(file, `${fresh}\n`);
  return fresh;
}
