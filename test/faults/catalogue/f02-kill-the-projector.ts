import { setTimeout as pause } from 'node:timers/promises';
import { between } from '@minsheng/rehearsal';
import { projector } from '../../support/projector';
import type { Fault } from '../fault';
import { untilProjected } from '../system/lag';
import { underLoad, type Strike } from '../under-load';

const LAG_BAR_MS = 10_000;

/** Control: a row written without an event, which verify must find. */
const aRowChangedByHand = async ({ system }: Strike): Promise<number> => {
  await system.look(`update read.annual_list set title = title || '（改）'`);
  const { output } = await projector(system, 'verify', 'annual_list');
  await system.look(`update read.annual_list set title = replace(title, '（改）', '')`);
  return output.match(/ DIFFERENT /g)?.length ?? 0;
};

/**
 * Rows and checkpoint commit together: a projector may die anywhere, and its successor neither skips nor repeats an
 * event.
 */
export const killTheProjector: Fault = {
  id: 'F2',
  title: 'kill -9 projector · the projector is killed',
  rounds: { short: 20, long: 200 },
  play: underLoad('F2', {
    strike: async ({ system, random, measure }) => {
      await pause(between(random, 100, 3_000));
      await system.projectorProcess.end();
      system.projectorProcess.start();
      measure('lag back to nought', await untilProjected(system), LAG_BAR_MS);
    },
    controls: async (strike) => ({ 'a row changed by hand': await aRowChangedByHand(strike) }),
  }),
};
