import type { Helper } from '../harness/helper';

/** One way to store events durably. */
export interface Contestant {
  /** Resolves when what it wrote would survive a power cut; returns the number of events. */
  append(): Promise<number>;
  close(): Promise<void>;
  /** The tables of its events, as `truncate` takes them. */
  readonly tables: string;
}
export interface ContestantOptions {
  readonly url: string;
  /** Connections, if the user may choose. */ readonly connections?: number;
}

export interface Lap {
  readonly events: number;
  readonly milliseconds: number;
  /** Processor time of this process. */ readonly cpuMicroseconds: number;
}

/** The tasks of a contestant's process: `lap` appends for some time, with so many appends under way. */
export const asHelper = (contestant: Contestant): Helper => ({
  tasks: {
    tables: () => Promise.resolve(contestant.tables),
    lap: async ({
      concurrency,
      milliseconds,
    }: {
      readonly concurrency: number;
      readonly milliseconds: number;
    }): Promise<Lap> => {
      const cpu = process.cpuUsage();
      const begin = performance.now();
      let events = 0;
      const entry = async (): Promise<void> => {
        while (performance.now() - begin < milliseconds) {
          const appended = await contestant.append();
          events += appended; // not `events += await`, which adds to the value read before the wait
        }
      };
      await Promise.all(Array.from({ length: concurrency }, entry));
      const { user, system } = process.cpuUsage(cpu);
      return { events, milliseconds: performance.now() - begin, cpuMicroseconds: user + system };
    },
  },
  close: () => contestant.close(),
});
