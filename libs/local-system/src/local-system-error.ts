/** Why the local system cannot start, as codes for programs. */
export type LocalSystemFault =
  | 'ALREADY_RUNNING'
  | 'PORT_TAKEN'
  | 'PLATFORM_NOT_SUPPORTED'
  | 'OTHER_MAJOR_VERSION'
  | 'NOT_A_DATA_FOLDER'
  | 'DATA_FOLDER_GONE'
  | 'DATA_FOLDER_NOT_OURS'
  | 'SERVER_DOES_NOT_ANSWER'
  | 'SERVER_DID_NOT_START'
  | 'DATABASE_NOT_MIGRATED'
  | 'APP_DID_NOT_START'
  | 'LOCAL_ISSUER_FORBIDDEN'
  | 'LOCAL_ISSUER_UNREADABLE'
  | 'STOPPED_WHILE_STARTING';

/** A failure that the user can act on, in Chinese and English. */
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
