import { lookerAt, type Observed } from '../../support/rehearsal';
import type { SystemUnderTest } from './system-under-test';

/** A second database on the system's server, for faults that need only a log. */
export interface ScratchDatabase {
  readonly url: string;
  readonly look: Observed['look'];
  drop(): Promise<void>;
}

export const scratchDatabase = async (
  { look, urlOf }: Pick<SystemUnderTest, 'look' | 'urlOf'>,
  name: string,
): Promise<ScratchDatabase> => {
  await look(`create database "${name}"`);
  const url = urlOf(name);
  return {
    url,
    look: lookerAt(url),
    drop: async () => {
      await look(`drop database "${name}" with (force)`);
    },
  };
};
