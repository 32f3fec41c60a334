import { LocalSystemError } from '../local-system-error';

/** What the server writes when it cannot start, and what the user can do about it. */
const CAUSES: readonly (readonly [pattern: RegExp, chinese: string, english: string])[] = [
  [/Address already in use|could not bind/i, '数据库端口被占用', 'its port is taken'],
  [/No space left on device|Disk quota exceeded/i, '磁盘已满', 'the disk is full'],
  [
    /wrong ownership|invalid permissions|Permission denied|could not access directory/i,
    '数据目录的属主或权限不对',
    'the data folder has the wrong owner or permissions',
  ],
  [/Read-only file system/i, '文件系统只读', 'the file system is read-only'],
  [
    /pre-existing shared memory block|lock file .* already exists/i,
    '另一个数据库进程仍在使用该目录',
    'another server process still uses the folder',
  ],
  [/database files are incompatible/i, '数据目录由另一版本创建', 'the data folder was made by another version'],
  [
    /error while loading shared libraries|ENOENT/i,
    '数据库程序不完整，或系统不是 glibc（如 Alpine）；可删除 node_modules 重试',
    'its programs are incomplete, or this is no glibc system (Alpine?); try deleting node_modules',
  ],
  [
    /Cannot allocate memory|could not map anonymous shared memory|could not create shared memory/i,
    '内存不足',
    'there is not enough memory',
  ],
  [
    /could not locate a valid checkpoint record|invalid checkpoint record|PANIC/i,
    '数据文件损坏，请从备份恢复',
    'the data files are damaged: restore a backup',
  ],
  [
    /EPERM|Operation not permitted/i,
    '不允许切换到数据库用户；请用普通用户运行',
    "changing to the server's user is not allowed here: run as an ordinary user",
  ],
];

/** Remains of a killed server: the same start succeeds a moment later. */
export const passesByItself = (log: string): boolean =>
  /pre-existing shared memory block|lock file .* already exists/i.test(log);

export const isPortTaken = (log: string): boolean => /Address already in use|could not bind/i.test(log);

/** The server's last lines: translated as far as we know them, and quoted. */
export function explain(log: string): LocalSystemError {
  const cause = CAUSES.find(([pattern]) => pattern.test(log));
  const quoted = log
    .split('\n')
    .slice(-12)
    .map((line) => `  | ${line}`)
    .join('\n');
  return new LocalSystemError(
    'SERVER_DID_NOT_START',
    `数据库无法启动：${cause?.[1] ?? '原因见下'}`,
    `PostgreSQL did not start: ${cause?.[2] ?? 'see below'}`,
    quoted,
  );
}

export const portTaken = (port: number): LocalSystemError =>
  new LocalSystemError('PORT_TAKEN', `端口 ${port} 已被占用`, `Port ${port} is taken`);
