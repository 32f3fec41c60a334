import type { Helper } from '../harness/helper';

/** One way to put events down durably. */
export interface Contestant {
  /** Resolves when what it wrote would survive a power cut; answers how many events those were. */
  append(): Promise<number>;
  close(): Promise<void>;
  /** Where its events lie, as `truncate` takes it. */
  readonly tables: string;
}
export interface ContestantOptions {
  readonly url: string;
  /** Connections, where that is its user's choice. */ readonly connections?: number;
}

export interface Lap {
  readonly events: number;
  readonly milliseconds: number;
  /** Processor time of this process. */ readonly cpuMicroseconds: number;
}

/** The tasks of a contestant's process: `lap` appends for a while, so many at a time. */
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
          events += appended; // not `events += await`: that would add to a count read before the wait
        }
      };
      await Promise.all(Array.from({ length: concurrency }, entry));
      const { user, system } = process.cpuUsage(cpu);
      return { events, milliseconds: performance.now() - begin, cpuMicroseconds: user + system };
    },
  },
  close: () => contestant.close(),
});
