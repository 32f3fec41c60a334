import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';

const POLL_MS = 1_000;
const REDIAL_MS = 200;

/** Rings when the log may have grown: at each notification, after each reconnection, and every second as the net. */
export class WakeUpListener {
  private readonly poll: NodeJS.Timeout;
  private readonly listening: Promise<void>;
  private closed = false;
  private hangUp!: () => void;
  private readonly closing = new Promise<void>((resolve) => {
    this.hangUp = resolve;
  });

  constructor(
    private readonly config: ClientConfig,
    private readonly ring: () => void,
  ) {
    this.poll = setInterval(ring, POLL_MS);
    this.listening = this.listen();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.poll);
    this.hangUp();
    await this.listening;
  }

  private async listen(): Promise<void> {
    while (!this.closed) {
      const client = new Client(this.config);
      const lost = new Promise<void>((resolve) => {
        client.once('end', resolve);
      });
      client.on('error', () => undefined); // the end follows
      client.on('notification', this.ring);
      try {
        await client.connect();
        await client.query('listen es');
        this.ring(); // for what came while nobody listened
        await Promise.race([lost, this.closing]);
      } catch {
        await pause(REDIAL_MS); // meanwhile the poll does the work
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }
}
