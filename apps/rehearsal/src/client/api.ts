import { setTimeout as pause } from 'node:timers/promises';
import { Slots } from './slots';
import { YearError } from './year-error';

export interface Receipt {
  readonly id: string;
  readonly streamVersion: number;
  readonly position: string;
  readonly trackingCode?: string;
  /** Where each project stands after a request over several; the request has no stream of its own. */
  readonly receipts?: readonly Receipt[];
}
export interface Refused {
  readonly code: string;
  readonly messages?: { readonly zh: string; readonly en: string };
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly facts?: object;
}
interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter?: number;
}

/** How a command travels: who sends it, on which business date, under which key (the same for every retry). */
export interface Sent {
  readonly as: string;
  readonly on: string;
  readonly key: string;
}

const AT_ONCE = 12;
/** In milliseconds: one attempt; all attempts of a request together, long enough for a killed part to be back. */
const ATTEMPT = 20_000;
const TIMEOUT_MS = 60_000;
/** How often a request is sent again that the api itself stumbles over (500): a bug does not pass by waiting. */
const STUMBLES = 4;

/** Answers after which the same request is sent again: nothing was done, or nobody knows. */
const isWorthAnother = ({ status, body }: Answer): boolean =>
  status >= 500 || status === 429 || (status === 409 && (body as Refused | undefined)?.code === 'CONFLICT');

/** Why an attempt was none, in few words. */
const causeOf = (answer: Answer | Error): string =>
  answer instanceof Error
    ? ((answer.cause as Error | undefined)?.message ?? answer.message)
    : `${answer.status} ${JSON.stringify(answer.body)?.slice(0, 300)}`;

/** Speaks HTTP for a whole year: keys, retries, counts. */
export class Api {
  commands = 0;
  acknowledgements = 0;
  refusals = 0;
  retries = 0;
  /** Codes of the refusals and how often each came. */
  readonly refusedWith = new Map<string, number>();
  /** Called with each receipt: what a client may rely on from then on. */
  onAcknowledged: (key: string, receipt: Receipt) => void = () => undefined;
  /** Called after each command. */
  onCommand: () => void = () => undefined;
  private newest = 0n;
  private readonly slots = new Slots(AT_ONCE);

  constructor(
    readonly url: string,
    private readonly signal?: AbortSignal,
  ) {}

  /** Sends a command that must succeed. @throws YearError naming the step and the problem */
  async command(path: string, body: object, sent: Sent): Promise<Receipt> {
    const answer = await this.post(path, body, sent);
    if (answer.status === 201) return this.taken(sent.key, answer.body as Receipt);
    throw this.refused(path, sent, answer);
  }

  /**
   * Sends a command that the domain is expected to refuse, with one of these codes: what people try too early or too
   * late.
   */
  async refusal(path: string, body: object, sent: Sent, codes: readonly string[]): Promise<void> {
    const answer = await this.post(path, body, sent);
    const { code } = answer.body as Refused;
    if (answer.status === 201 || !codes.includes(code))
      throw answer.status === 201
        ? new YearError(
            'REFUSED',
            `${sent.key}：应被拒绝却被接受 · taken, though it should have been refused (${codes.join(', ')})`,
          )
        : this.refused(path, sent, answer);
    this.count(code);
  }

  /** Reads what is there once all that this run has written is visible. */
  async read<T>(path: string, as: string): Promise<T> {
    const address = `${this.url}/api/v1/${path}${path.includes('?') ? '&' : '?'}wait-for=${this.newest}`;
    const answer = await this.withRetry(
      path,
      () => this.ask(address, { headers: { authorization: `Bearer ${as}` } }),
      (answer) => isWorthAnother(answer) || answer.status === 202,
    );
    if (answer.status === 200) return answer.body as T;
    throw this.refused(path, undefined, answer);
  }

  /** Position of the newest event of the log, as the operator sees it. */
  async head(as: string): Promise<number> {
    const answer = await this.withRetry(
      'readyz',
      () => this.ask(`${this.url}/readyz`, { headers: { authorization: `Bearer ${as}` } }),
      ({ status, body }) => status >= 500 && (body as { head?: string })?.head === undefined,
    );
    return Number((answer.body as { head: string }).head);
  }

  /** Asks again and again until a policy has done its part. @throws YearError when it takes too long */
  async until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    const end = performance.now() + TIMEOUT_MS;
    for (let wait = 10; ; wait = Math.min(wait * 1.5, 250)) {
      const seen = await look();
      if (seen !== undefined) return seen;
      if (performance.now() > end)
        throw new YearError(
          'POLICY_DID_NOT_ACT',
          `${TIMEOUT_MS / 1000} 秒内没有发生：${what}（projector 在运行吗？）· did not happen in time: is the projector running?`,
        );
      await pause(wait, undefined, { signal: this.signal });
    }
  }

  private post(path: string, body: object, { as, on, key }: Sent): Promise<Answer> {
    const request = {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        authorization: `Bearer ${as}`,
        'content-type': 'application/json',
        'business-date': on,
        'idempotency-key': key,
      },
    };
    return this.slots
      .run(() => this.withRetry(key, () => this.ask(`${this.url}/api/v1/${path}`, request), isWorthAnother))
      .finally(() => {
        this.commands += 1;
        this.onCommand();
      });
  }

  private taken(key: string, receipt: Receipt): Receipt {
    this.acknowledgements += 1;
    for (const entry of receipt.receipts ?? [receipt]) this.onAcknowledged(key, entry);
    if (BigInt(receipt.position) > this.newest) this.newest = BigInt(receipt.position);
    return receipt;
  }

  private count(code: string): void {
    this.refusals += 1;
    this.refusedWith.set(code, (this.refusedWith.get(code) ?? 0) + 1);
  }

  private refused(path: string, sent: Sent | undefined, { status, body }: Answer): YearError {
    const { code = '', messages, errors = [] } = (body ?? {}) as Refused;
    this.count(code);
    if (code === 'LIST_ALREADY_OPENED')
      return new YearError(
        'LIST_RUNS_ALREADY',
        '系统里已有同一地区、同一年度的清单，且不是由同一文件和种子演练的；请换系统，或用 --seed/--region · that list is on this system already, from ' +
          'another file or seed',
      );
    return new YearError(
      'REFUSED',
      [
        `${status} ${code}  ${path}${sent ? ` (${sent.key}, ${sent.on})` : ''}`,
        messages?.zh,
        messages?.en,
        ...errors.map(({ pointer, detail }) => `  ${pointer} ${detail}`),
      ]
        .filter(Boolean)
        .join('\n'),
    );
  }

  /** The same request until somebody answers; waits as long as it is told to, else a little longer each time. */
  private async withRetry(
    what: string,
    attempt: () => Promise<Answer>,
    again: (answer: Answer) => boolean,
  ): Promise<Answer> {
    const end = performance.now() + TIMEOUT_MS;
    let stumbles = 0;
    for (let wait = 40; ; wait = Math.min(wait * 2, 2_000)) {
      // Told apart by their fields: an error may come from another realm, where `instanceof` does not know it.
      const answer = await attempt().catch((error: Error) => {
        if (this.signal?.aborted) throw new YearError('STOPPED', '已中断 · stopped');
        return error;
      });
      if ('status' in answer && (!again(answer) || (answer.status === 500 && ++stumbles > STUMBLES))) return answer;
      if (performance.now() > end)
        throw new YearError(
          'NO_ANSWER',
          `${what}：${TIMEOUT_MS / 1000} 秒内没有得到答复 · no answer in time (${causeOf(answer)})`,
        );
      this.retries += 1;
      await pause('status' in answer ? Math.max(wait, (answer.retryAfter ?? 0) * 1_000) : wait, undefined, {
        signal: this.signal,
      }).catch(() => undefined);
    }
  }

  private async ask(address: string, request: RequestInit): Promise<Answer> {
    const limit = AbortSignal.timeout(ATTEMPT);
    const response = await fetch(address, {
      ...request,
      signal: this.signal ? AbortSignal.any([limit, this.signal]) : limit,
    });
    const text = await response.text();
    const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
    return {
      status: response.status,
      body: text === '' ? undefined : parsed(text),
      ...(Number.isFinite(retryAfter) && { retryAfter }),
    };
  }
}

/** Something between us and the api may answer in words of its own. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return { code: '', messages: { zh: text.slice(0, 200), en: '' } };
  }
};
