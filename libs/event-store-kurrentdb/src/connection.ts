import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { NoAnswer } from './failures';
import type { Names } from './names';

/**
 * The client under limits of our own: against a server that accepts and stays silent its calls would hang past every
 * deadline. After such a call the client is replaced, because its appends share one call that may be the silent one.
 */
export class Connection {
  private current: KurrentDBClient;

  constructor(
    private readonly connectionString: string,
    readonly names: Names,
    readonly answerWithinMs: number,
  ) {
    this.current = KurrentDBClient.connectionString(connectionString);
  }

  get client(): KurrentDBClient {
    return this.current;
  }

  /** @throws NoAnswer past the limit, and what the client throws */
  async call<T>(work: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    const client = this.current;
    let limit: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      limit = setTimeout(() => reject(new NoAnswer(this.answerWithinMs)), this.answerWithinMs);
    });
    try {
      return await Promise.race([work(client), silence]);
    } catch (error) {
      if (error instanceof NoAnswer && this.current === client) this.renew();
      throw error;
    } finally {
      clearTimeout(limit);
    }
  }

  renew(): void {
    const former = this.current;
    this.current = KurrentDBClient.connectionString(this.connectionString);
    former.dispose().catch(() => undefined); // nobody waits for it any more
  }

  close(): Promise<void> {
    return this.current.dispose();
  }
}
