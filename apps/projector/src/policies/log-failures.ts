import {
  AppendTooLarge,
  CommandKeyReused,
  GroupAcrossStreams,
  StreamDeleted,
  type EventStore,
} from '@minsheng/event-store';

/** The log's way to say that it is this append or this stream that is wrong. */
const ABOUT_ONE = [AppendTooLarge, CommandKeyReused, GroupAcrossStreams, StreamDeleted];

/** Tells the failures of the log, which concern everybody, from those of what is decided on it. */
export class LogFailures {
  private readonly failures = new WeakSet<object>();

  /** The same log; what it fails with is remembered. */
  watch(store: EventStore): EventStore {
    const failed = (error: object): never => {
      this.failures.add(error);
      throw error;
    };
    return new Proxy(store, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: readonly unknown[]) => {
          const answer: unknown = Reflect.apply(member, target, args);
          return answer instanceof Promise ? answer.catch(failed) : answer;
        };
      },
    });
  }

  has(error: unknown): boolean {
    return this.failures.has(error as object) && !ABOUT_ONE.some((about) => error instanceof about);
  }
}
