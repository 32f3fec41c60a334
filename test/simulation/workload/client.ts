import { StaleVersion, type Receipt } from '@minsheng/command-handling';
import { Refusal } from '@minsheng/domain';
import { CommandKeyReused, EventStoreBusy, EventStoreUnavailable, WrongRevision } from '@minsheng/event-store';
import { oneOf, type Random } from '@minsheng/rehearsal';
import type { Faults } from '../clock/faults';
import type { Owner, Scheduler } from '../clock/scheduler';
import type { Api, System } from '../world/system';
import type { Journal } from './journal';
import { commandId, forged, type Request } from './request';

/** Simulated milliseconds: how long a client waits for an answer, and before it sends again. */
const TIMEOUT_MS = 3_000;
const AGAIN = 400;
/** Longest pause between two requests. */
const THINKING = 400;
/** How long a client waits for another client's act before it tries again, and how often. */
const LATER = 3_000;
const TRIES = 30;

type Answer =
  { readonly receipt: Receipt } | { readonly refused: string } | { readonly misused: true } | 'not taken' | 'unknown';

/** What all clients of a simulation share. */
export interface Surroundings {
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly system: System;
  readonly journal: Journal;
  /** The key of an attempt; a correct client uses the same for all attempts of a request. */
  readonly keyOf: (wish: string, attempt: number) => string;
}

/**
 * A client that sends commands with idempotency keys, and repeats them with the same key until the outcome is known.
 */
export class Client implements Owner {
  readonly asleepUntil = 0;
  private wishes = 0;
  private attempts = 0;

  constructor(
    readonly name: string,
    private readonly random: Random,
    private readonly around: Surroundings,
  ) {}

  /** The receipt, or undefined where the domain refused. */
  async ask(request: Request): Promise<Receipt | undefined> {
    await this.pause(this.random() * THINKING, 'thinks');
    return this.obtain(request);
  }

  /** All at once to one api process, like the rows of a bulk request: they meet on their stream. */
  async askTogether(requests: readonly Request[]): Promise<void> {
    await this.pause(this.random() * THINKING, 'thinks');
    const door = this.random();
    await Promise.all(requests.map((request) => this.obtain(request, () => door)));
  }

  /** @param door chooses the api process of an attempt, as a fraction of them */
  private async obtain(request: Request, door = this.random): Promise<Receipt | undefined> {
    const { journal, keyOf } = this.around;
    const wish = `${this.name} ${(this.wishes += 1)}`;
    for (let attempt = 1; ; attempt += 1) {
      const key = commandId(keyOf(wish, attempt));
      const doubled = this.strikes('request doubled');
      if (doubled) void this.attempt(request, key, door);
      const answer = await this.attempt(request, key, door);
      if (answer === 'not taken' || answer === 'unknown') await this.pause(AGAIN, `asks again: ${request.what}`);
      else if ('receipt' in answer) {
        journal.acknowledge(key, answer.receipt);
        await this.comeBack(request, key);
        return answer.receipt;
      } else {
        if ('misused' in answer) journal.breaches.push(`${request.what} was told that its key is another's`);
        else if (doubled || attempt > 1) journal.uncertain.set(key, request);
        return undefined;
      }
    }
  }

  /** Sends it, each time as a new command, until the domain accepts: another client has to act first. */
  async insist(make: () => Request): Promise<Receipt | undefined> {
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const receipt = await this.ask(make());
      if (receipt) return receipt;
      await this.pause(LATER, 'waits for others');
    }
    return undefined;
  }

  /** Repeats what was refused while an earlier attempt may have been under way, now that none is. */
  async settle(request: Request, key: string): Promise<void> {
    for (;;) {
      const answer = await this.attempt(request, key);
      if (answer === 'unknown' || answer === 'not taken') await this.pause(AGAIN, `asks again: ${request.what}`);
      else if ('receipt' in answer) return this.around.journal.acknowledge(key, answer.receipt);
      else return;
    }
  }

  /** Sometimes an old key is used again: with the same content it gets the same answer, with another it is refused. */
  private async comeBack(request: Request, key: string): Promise<void> {
    const { journal } = this.around;
    const chance = this.random();
    if (chance > 0.2) return;
    await this.pause(this.random() * THINKING, 'comes back');
    const misuse = chance < 0.06;
    const answer = await this.attempt(misuse ? forged(request) : request, key);
    if (typeof answer === 'string') return;
    if (misuse !== 'misused' in answer)
      journal.breaches.push(
        `${request.what} came back ${misuse ? 'with another content and was taken' : 'and was told otherwise'}`,
      );
    if ('receipt' in answer) journal.acknowledge(key, answer.receipt);
  }

  private async attempt(request: Request, key: string, door = this.random): Promise<Answer> {
    const { faults, system } = this.around;
    const api = oneOf(door, system.apis) as Api | undefined;
    await this.pause(faults.latency(), `asks ${api?.process.name ?? 'nobody'}: ${request.what}`);
    if (!api?.process.alive) return 'not taken'; // connection refused
    const { by: actor, on, fingerprint, expectedVersion } = request;
    const answering = request
      .send(api, {
        actor,
        on,
        commandId: key,
        fingerprint,
        correlationId: key,
        ...(expectedVersion !== undefined && { expectedVersion }),
      })
      .then(
        (receipt): Answer => ({ receipt }),
        (error: unknown) => answerTo(error) ?? this.bewildered(request, error),
      );
    const description = `${request.what} by ${this.name}, attempt ${(this.attempts += 1)}`;
    this.around.journal.unanswered.add(description);
    void Promise.race([answering, api.process.died]).then(() => this.around.journal.unanswered.delete(description));
    const answer = await Promise.race([
      answering,
      api.process.died.then((): Answer => 'unknown'),
      this.pause(TIMEOUT_MS, `had patience: ${request.what}`).then((): Answer => 'unknown'),
    ]);
    if (this.strikes('reply lost')) return 'unknown';
    this.around.scheduler.note(this, `is told ${outcomeOf(answer)}: ${request.what}`);
    return answer;
  }

  private bewildered({ what }: Request, error: unknown): Answer {
    this.around.journal.breaches.push(`${what} failed: ${String(error)}`);
    return { refused: 'a bug' };
  }
  private pause(ms: number, what: string) {
    return this.around.scheduler.after(Math.floor(ms), this, what);
  }
  private strikes(fault: Parameters<Faults['strikes']>[0]): boolean {
    const struck = this.around.faults.strikes(fault);
    if (struck) this.around.scheduler.note(this, `! ${fault}`);
    return struck;
  }
}

const answerTo = (error: unknown): Answer | undefined => {
  if (error instanceof Refusal) return { refused: error.code };
  if (error instanceof StaleVersion) return { refused: error.message };
  if (error instanceof CommandKeyReused) return { misused: true };
  if (error instanceof EventStoreBusy || error instanceof WrongRevision) return 'not taken';
  return error instanceof EventStoreUnavailable ? 'unknown' : undefined;
};

const outcomeOf = (answer: Answer): string => {
  if (typeof answer === 'string') return answer;
  if ('receipt' in answer) return `version ${answer.receipt.streamVersion} at ${answer.receipt.position}`;
  return 'refused' in answer ? answer.refused : 'that the key is taken';
};
