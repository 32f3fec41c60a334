import { randomUUID } from 'node:crypto';
import type { Helper } from '../harness/helper';

export interface Load {
  readonly url: string;
  readonly body: object;
  readonly seconds: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A new Idempotency-Key for each request. */ readonly keyed?: boolean;
}
export interface Answered {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Named by a variable because it has no types; what is used of it follows. */
const AUTOCANNON: string = 'autocannon';
type Autocannon = (options: object) => Promise<{
  readonly requests: { readonly total: number };
  readonly duration: number;
  readonly latency: Answered;
  readonly errors: number;
  readonly non2xx: number;
}>;

const CONNECTIONS = 64;

/**
 * Sends requests as fast as they are answered, over sixty-four connections. Any status but 2xx fails the measurement.
 */
export const open = async (): Promise<Helper> => ({
  tasks: {
    load: async ({ url, body, seconds, headers = {}, keyed }: Load): Promise<Answered> => {
      const { default: autocannon } = (await import(AUTOCANNON)) as { default: Autocannon };
      const withKey = (request: { headers: object }) => ({
        ...request,
        headers: { ...request.headers, 'idempotency-key': randomUUID() },
      });
      const { requests, duration, latency, errors, non2xx } = await autocannon({
        url,
        method: 'POST',
        connections: CONNECTIONS,
        duration: seconds,
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
        ...(keyed && { requests: [{ setupRequest: withKey }] }),
      });
      if (errors > 0 || non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} answers that were not 2xx`);
      return { perSecond: requests.total / duration, p50: latency.p50, p99: latency.p99 };
    },
  },
  close: async () => undefined,
});
