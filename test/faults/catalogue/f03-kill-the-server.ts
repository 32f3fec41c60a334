import { setTimeout as pause } from 'node:timers/promises';
import { between, oneOf } from '@minsheng/rehearsal';
import type { Fault } from '../fault';
import { underLoad, type Strike } from '../under-load';

const SERVED_BAR_MS = 10_000;

/** Kills one backend of ours: the postmaster then cannot trust shared memory and closes every connection. */
const aBackend = async ({ system, random }: Strike): Promise<void> => {
  const backends = await system.look<{ pid: number }>(
    `select pid from pg_stat_activity where application_name like 'minsheng%' order by pid`,
  );
  process.kill(oneOf(random, backends).pid, 'SIGKILL');
};
const thePostmaster = async ({ system }: Strike): Promise<void> => {
  process.kill(system.postmaster, 'SIGKILL');
  await system.startPostgresAgain();
};
/** As `pg_ctl stop -m immediate`. */
const stoppedAtOnce = async ({ system }: Strike): Promise<void> => {
  process.kill(system.postmaster, 'SIGQUIT');
  await system.startPostgresAgain();
};
const ways = [aBackend, thePostmaster, stoppedAtOnce];

/** The server dies in three ways; api and projector reconnect. */
export const killTheServer: Fault = {
  id: 'F3',
  title:
    'kill -9 PostgreSQL（后端、主进程、立即停止） · a backend and the postmaster are killed, the server is stopped at once',
  rounds: { short: 20, long: 200 },
  play: underLoad('F3', {
    strike: async (strike, round) => {
      const { system, load, random, measure, breach } = strike;
      const [api, projector] = [system.apiProcess.pid, system.projectorProcess.pid];
      await pause(between(random, 100, 2_000));
      await ways[round % ways.length](strike);
      measure('served again', await load.goesOn(), SERVED_BAR_MS);
      if (
        !system.apiProcess.lives ||
        !system.projectorProcess.lives ||
        system.apiProcess.pid !== api ||
        system.projectorProcess.pid !== projector
      )
        breach(`round ${round}: a process of ours did not outlive the server`);
    },
  }),
};
