import type {
  AllStreamResolvedEvent,
  AllStreamSubscription,
  BinaryEventType,
  ResolvedEvent,
} from '@kurrent/kurrentdb-client';

/** The server ended or broke off a subscription, or forgot it: there is more in the log than it gave. */
export class Dropped extends Error {}

/**
 * What a subscription of the client has brought so far, without letting it run ahead: what is not taken stays on the
 * line.
 */
export class Feed {
  private confirmed = false;
  private failure?: Error;
  private rouse: () => void = () => undefined;

  constructor(private readonly source: AllStreamSubscription) {
    source
      .on('confirmation', () => {
        this.confirmed = true;
      })
      .on('readable', () => this.rouse())
      .on('error', (error: Error) => this.fail(error))
      .on('close', () => this.fail(new Dropped('The subscription was ended')))
      .on('end', () => this.fail(new Dropped('The subscription was ended')));
  }

  get hasMore(): boolean {
    return this.source.readableLength > 0;
  }

  get isConfirmed(): boolean {
    return this.confirmed;
  }

  /** At most `most` of what has come; throws what broke the subscription once nothing is left. */
  take(most: number): ResolvedEvent<BinaryEventType>[] {
    const taken: ResolvedEvent<BinaryEventType>[] = [];
    while (taken.length < most) {
      const next = this.source.read() as AllStreamResolvedEvent | null;
      if (next === null) break;
      taken.push(next as ResolvedEvent<BinaryEventType>);
    }
    if (taken.length === 0 && this.failure) throw this.failure;
    return taken;
  }

  /** Resolves when there may be more, when it was `wake`d, or after `quietMs`. */
  async more(quietMs: number): Promise<void> {
    let limit: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.rouse = resolve;
      limit = setTimeout(resolve, quietMs);
      if (this.failure || this.hasMore) resolve();
    });
    clearTimeout(limit);
  }

  wake(): void {
    this.rouse();
  }

  async end(): Promise<void> {
    await this.source.unsubscribe().catch(() => undefined); // it may never have begun
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.rouse();
  }
}
