import { setTimeout as pause } from 'node:timers/promises';
import { between } from '@minsheng/rehearsal';
import type { Fault } from '../fault';
import { underLoad, type Strike } from '../under-load';

const END_BAR_MS = 10_000;

/** Ends the api under load: how it ended, and how many of the requests under way got no answer. */
const endTheApi = async ({ system, journal, measure }: Strike, signal: NodeJS.Signals) => {
  const inFlight = journal.inFlight;
  const begin = performance.now();
  const ending = await system.apiProcess.end(signal);
  if (signal === 'SIGTERM') measure('until it had ended', performance.now() - begin, END_BAR_MS);
  await pause(50); // the last answers may still be on their way
  const broken = inFlight.filter((key) => journal.lastOf(key) === 'info').length;
  system.apiProcess.start();
  await system.ready();
  return { ...ending, broken };
};

/** Control: the same with kill -9, until it hits a request: what it leaves unanswered is what SIGTERM must finish. */
const leftByKill = async (strike: Strike): Promise<number> => {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await strike.load.goesOn();
    const { code, broken } = await endTheApi(strike, 'SIGKILL');
    if (code !== 0 && broken > 0) return broken;
  }
  return 0;
};

/** On SIGTERM the api finishes its requests and exits in order. */
export const sigterm: Fault = {
  id: 'F26',
  title: '有负载时 SIGTERM · SIGTERM of the api under load',
  rounds: { short: 10, long: 50 },
  play: underLoad('F26', {
    strike: async (strike, round) => {
      await pause(between(strike.random, 100, 500));
      const { code, signal, broken } = await endTheApi(strike, 'SIGTERM');
      if (code !== 0) strike.breach(`round ${round}: ended with ${signal ?? `exit code ${code}`}, not with 0`);
      if (broken > 0) strike.breach(`round ${round}: ${broken} requests in flight got no answer`);
    },
    controlsUnderLoad: async (strike) => ({ 'requests that kill -9 leaves unanswered': await leftByKill(strike) }),
  }),
};
