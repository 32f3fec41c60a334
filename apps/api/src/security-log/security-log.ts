import type { Role } from '@minsheng/contracts';

/** What is recorded for those who look after the security of the system. */
export type SecurityEventType =
  | 'REFUSED'
  | 'SIGNED_IN'
  | 'ROLE_CHANGED'
  | 'CONTACT_READ'
  | 'PERSONAL_DATA_ERASED'
  | 'TOKENS_REVOKED'
  | 'KEY_IN_USE'
  | 'KEY_CHANGED'
  | 'KEYS_REWRAPPED';

/** No personal data: no name, no text, no path as it was sent, no token. */
export interface SecurityEvent {
  readonly event: SecurityEventType;
  /** Of the problem, where a request was refused. */
  readonly code?: string;
  readonly role?: Role;
  /** Where the role is another than the last time. */
  readonly formerRole?: Role;
  /** The pseudonym of who asked. */
  readonly person?: string;
  /**
   * Whose data were read or erased: the id of a suggestion or project. Whose tokens were revoked: a pseudonym, or
   * `everybody`.
   */
  readonly subject?: string;
  /** Method and template, such as `GET /api/v1/suggestions/:suggestionId`. */
  readonly route?: string;
  readonly address?: string;
  /** As in the problem that the client got. */
  readonly request?: string;
  /** Id of the wrap key of the vault. */
  readonly key?: string;
}

/** The security log: one line per event, apart from every other log. */
export abstract class SecurityLog {
  /** Resolves when the line is written: what must not happen unrecorded waits for it. */
  abstract record(event: SecurityEvent): Promise<void>;
}
