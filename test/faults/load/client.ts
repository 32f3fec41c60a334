import { setTimeout as pause } from 'node:timers/promises';
import type { Receipt, Refused, Sent } from '@minsheng/rehearsal';
import type { Journal } from './journal';

/** A command as recorded in the journal: enough to send it again unchanged. */
export interface Request extends Sent {
  readonly path: string;
  readonly body: object;
}

/** Longer than any limit, so that a hanging request is measured and not cut off. */
const ATTEMPT_MS = 30_000;
const TIMEOUT_MS = 60_000;

/** Sends each command once and records its outcome; it retries only on request. */
export class Client {
  constructor(
    private readonly url: string,
    readonly journal: Journal,
  ) {}

  /** One attempt. Undefined when the command was refused or its outcome is unknown: the journal says which. */
  async send(request: Request): Promise<Receipt | undefined> {
    const { key } = request;
    const begin = performance.now();
    const took = () => performance.now() - begin;
    this.journal.invoke(key);
    try {
      const answer = await this.post(request);
      const body = (await answer.json()) as Receipt & Refused;
      if (answer.status === 201) {
        this.journal.ok(key, body, took());
        return body;
      }
      // Conflict, overload or failure: the answer does not say whether it took effect.
      if (answer.status >= 500 || answer.status === 429 || body.code === 'CONFLICT')
        this.journal.info(key, `${answer.status} ${body.code}`, took());
      else this.journal.fail(key, `${answer.status} ${body.code}`, took());
    } catch (error) {
      this.journal.info(
        key,
        ((error as Error).cause as Error | undefined)?.message ?? (error as Error).message,
        took(),
      );
    }
    return undefined;
  }

  /** Sends it again under the same key until the outcome is known; after a minute the journal keeps it as unknown. */
  async settle(request: Request): Promise<void> {
    const end = performance.now() + TIMEOUT_MS;
    for (let wait = 50; performance.now() < end; wait = Math.min(2 * wait, 1_000)) {
      await this.send(request);
      if (!this.journal.isOpen(request.key)) return;
      await pause(wait);
    }
  }

  private post({ path, body, as, on, key }: Request): Promise<Response> {
    return fetch(`${this.url}/api/v1/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ATTEMPT_MS),
      headers: {
        authorization: `Bearer ${as}`,
        'content-type': 'application/json',
        'business-date': on,
        'idempotency-key': key,
      },
    });
  }
}
