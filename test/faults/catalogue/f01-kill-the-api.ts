import { setTimeout as pause } from 'node:timers/promises';
import { between } from '@minsheng/rehearsal';
import type { Fault } from '../fault';
import { underLoad } from '../under-load';

/** Or three times the undisturbed start of the same run, on a busy machine. */
const READY_BAR_MS = 5_000;

/** A command answered with 2xx survives the process that answered it; one without an answer is settled by its key. */
export const killTheApi: Fault = {
  id: 'F1',
  title: 'kill -9 api · the api is killed',
  rounds: { short: 20, long: 200 },
  play: underLoad('F1', {
    strike: async ({ system, random, measure }) => {
      await pause(between(random, 100, 3_000));
      await system.apiProcess.end();
      system.apiProcess.start();
      measure('restart until ready', await system.ready(), Math.max(READY_BAR_MS, 3 * system.firstStart));
    },
  }),
};
