import type { Receipt } from '@minsheng/command-handling';
import type { Acknowledged } from '../../support/check-invariants';
import type { Request } from './request';

/** Requests and answers of clients; the oracle compares it with the world. */
export class Journal {
  /** By command id. */
  readonly acknowledged = new Map<string, Acknowledged>();
  /** Commands that were refused while another attempt of theirs might still be under way. */
  readonly uncertain = new Map<string, Request>();
  /** Requests to live processes that are not answered yet. */
  readonly unanswered = new Set<string>();
  /** Answers that no client should ever get. */
  readonly breaches: string[] = [];

  acknowledge(key: string, { id, streamVersion, position }: Receipt): void {
    const before = this.acknowledged.get(key);
    if (before && (before.streamVersion !== streamVersion || before.position !== position))
      this.breaches.push(`${key} was answered ${before.position} first and ${position} later`);
    if (!before) this.acknowledged.set(key, { key, id, streamVersion, position });
    this.uncertain.delete(key);
  }
}
