/** What can keep an export or an import from being done, as codes that a program can read. */
export type BackupFault =
  | 'EXPORT_FILE_EXISTS'
  | 'TRANSFER_INTERRUPTED'
  | 'NOTHING_TO_EXPORT'
  | 'NOT_AN_EXPORT'
  | 'OTHER_FORMAT_VERSION'
  | 'OTHER_SCHEMA_VERSION'
  | 'EXPORT_DAMAGED'
  | 'LEDGER_NOT_EMPTY'
  | 'LEDGER_IN_USE'
  | 'IMPORTED_OTHERWISE';

/** A reason that the person at the terminal can act on: Chinese first, then English. */
export class BackupError extends Error {
  constructor(
    readonly code: BackupFault,
    chinese: string,
    english: string,
  ) {
    super(`${chinese}\n${english}`);
    this.name = 'BackupError';
  }
}
