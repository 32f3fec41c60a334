/** What can keep an export or an import from being done. */
type TransferFault =
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

/** What can keep the local system from starting, as codes that a program can read. */
export type LocalSystemFault =
  | TransferFault
  | 'ALREADY_RUNNING'
  | 'PORT_TAKEN'
  | 'PLATFORM_NOT_SUPPORTED'
  | 'OTHER_MAJOR_VERSION'
  | 'NOT_A_DATA_FOLDER'
  | 'DATA_FOLDER_GONE'
  | 'DATA_FOLDER_NOT_OURS'
  | 'SERVER_DOES_NOT_ANSWER'
  | 'SERVER_DID_NOT_START'
  | 'APP_DID_NOT_START'
  | 'LOCAL_ISSUER_FORBIDDEN'
  | 'LOCAL_ISSUER_UNREADABLE'
  | 'STOPPED_WHILE_STARTING';

/** A reason that the person at the terminal can act on: Chinese first, English beside it. */
export class LocalSystemError extends Error {
  constructor(
    readonly code: LocalSystemFault,
    chinese: string,
    english: string,
    details = '',
  ) {
    super(`${chinese}\n${english}${details && `\n${details}`}`);
    this.name = 'LocalSystemError';
  }
}

/** A short line of progress. */
export type Say = (text: string) => void;
