import { setTimeout as pause } from 'node:timers/promises';
import { between, oneOf, randomFor, Slots, type Random, type Receipt } from '@minsheng/rehearsal';
import { LIST, type Observed } from '../../support/rehearsal';
import { Client, type Request } from './client';
import type { Journal } from './journal';
import { carryThrough } from './matter';

/** A read that was not answered with 200. */
export interface FailedRead {
  readonly path: string;
  readonly status: number | string;
}

const WRITERS = 4;
/** Unknown outcomes looked up at a time. */
const AT_ONCE = 8;
const READERS = 2;
/** Acknowledged commands sent again at the end: each must get its first answer. */
const REPEATED = 40;
const PROGRESS_MS = 60_000;
/** The read model is not there yet, and says so. */
const NOT_YET = 202;

/** Writers and readers over HTTP, as busy as an office in its worst week, while faults strike. */
export class Load {
  private over = { writing: false, reading: false };
  private readonly working: Promise<void>[];
  private readonly readers: Promise<void>[];
  private readonly requests = new Map<string, Request>();
  private readonly client: Client;
  private readonly slots = new Slots(AT_ONCE);
  private first?: Receipt;
  readonly failedReads: FailedRead[] = [];

  /** @param name prefix of this load's keys; two loads on one system never share one */
  constructor(
    private readonly on: Pick<Observed, 'system' | 'people'>,
    readonly journal: Journal,
    private readonly name: string,
    private readonly seed: number,
  ) {
    this.client = new Client(on.system.url, journal);
    this.working = Array.from({ length: WRITERS }, (_, writer) => this.write(writer));
    this.readers = Array.from({ length: READERS }, (_, reader) => this.read(reader));
  }

  /**
   * Waits until clients are served again, each about once: a fault during a standstill would prove nothing. Returns
   * milliseconds.
   */
  async goesOn(): Promise<number> {
    const begin = performance.now();
    const before = this.journal.served;
    while (this.journal.served < before + WRITERS) {
      if (performance.now() - begin > PROGRESS_MS)
        throw new Error(`Nobody was served for ${PROGRESS_MS / 1_000} s: ${JSON.stringify(this.journal.lines.at(-1))}`);
      await pause(5);
    }
    return performance.now() - begin;
  }

  /** Stops new commands; sends every command of unknown outcome again under its key, and some of known outcome. */
  async stopWriting(random: Random): Promise<void> {
    this.over.writing = true;
    await Promise.all(this.working);
    const open = this.journal.unresolved.flatMap((key) => this.requests.get(key) ?? []);
    await Promise.all(open.map((request) => this.slots.run(() => this.client.settle(request))));
    const known = [...this.requests.values()].filter(({ key }) => this.journal.receiptOf(key));
    for (let times = 0; times < Math.min(REPEATED, known.length); times += 1)
      await this.client.settle(oneOf(random, known));
  }

  async stopReading(): Promise<void> {
    this.over.reading = true;
    await Promise.all(this.readers);
  }

  /** Stops without waiting. */
  abandon(): void {
    this.over = { writing: true, reading: true };
  }

  private async write(writer: number): Promise<void> {
    const random = randomFor(this.seed, this.name, 'writer', writer);
    const send = async (request: Request) => {
      await pause(between(random, 5, 25));
      if (this.over.writing) return undefined;
      this.requests.set(request.key, request);
      // Half of the requests without an answer are sent again at once, the others at the end: both occur in practice.
      let receipt = await this.client.send(request);
      if (this.journal.isOpen(request.key)) {
        await pause(between(random, 50, 250)); // as a person does who got no answer
        if (random() < 0.5) receipt = await this.client.send(request);
      }
      this.first ??= receipt;
      return receipt;
    };
    for (let number = 1; !this.over.writing; number += 1)
      await carryThrough(this.on, `${this.name}-${this.seed}-${writer}-${number}`, writer, send);
  }

  private async read(reader: number): Promise<void> {
    const random = randomFor(this.seed, this.name, 'reader', reader);
    const commission = await this.on.people.commission();
    while (!this.over.reading) {
      const path =
        this.first && random() < 0.5 ? `suggestions/${this.first.id}?wait-for=${this.first.position}` : `lists/${LIST}`;
      await this.ask(path, commission);
      await pause(between(random, 10, 40));
    }
  }

  private async ask(path: string, as: string): Promise<void> {
    try {
      const answer = await fetch(`${this.on.system.url}/api/v1/${path}`, {
        headers: { authorization: `Bearer ${as}` },
        signal: AbortSignal.timeout(30_000),
      });
      await answer.arrayBuffer();
      if (answer.status !== 200 && answer.status !== NOT_YET) this.failedReads.push({ path, status: answer.status });
    } catch (error) {
      this.failedReads.push({ path, status: (error as Error).message });
    }
  }
}
