import { setTimeout as pause } from 'node:timers/promises';
import { projector } from '../../support/projector';
import { READ_MODELS } from '../../support/rehearsal';
import type { Fault } from '../fault';
import { underLoad, type Strike } from '../under-load';

const NOTICED_WITHIN_MS = 5_000;

/** Control: a rebuild that takes the live table away while it works; readers must notice. */
const readsOfATableTakenAway = async ({ system, load }: Strike): Promise<number> => {
  const before = load.failedReads.length;
  await system.look('alter table read.annual_list rename to annual_list__away');
  for (
    const end = performance.now() + NOTICED_WITHIN_MS;
    load.failedReads.length === before && performance.now() < end;
  )
    await pause(20);
  await system.look('alter table read.annual_list__away rename to annual_list');
  return load.failedReads.length - before;
};

/** Every read model is rebuilt into a shadow table and swapped in while clients write and read. */
export const rebuildUnderLoad: Fault = {
  id: 'F21',
  title: '有负载时重建读模型并切换 · rebuild of the read models under load, switch, the old ones kept',
  rounds: { short: 2, long: 10 },
  play: underLoad('F21', {
    strike: async ({ system, load, breach, measure }, round) => {
      const failedBefore = load.failedReads.length;
      const begin = performance.now();
      const { exitCode, output } = await projector(system, 'rebuild', 'all');
      measure('rebuild of all', performance.now() - begin);
      if (exitCode !== 0) breach(`round ${round}: rebuild ended with ${exitCode}: ${output.slice(-300)}`);
      await load.goesOn();
      for (const { path, status } of load.failedReads.slice(failedBefore))
        breach(`a read failed meanwhile: ${path} ${status}`);
      const kept = await system.look<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'read' and tablename like '%\\_\\_old'`,
      );
      const missing = Object.keys(READ_MODELS).filter((name) => !kept.some((table) => table.name === `${name}__old`));
      if (missing.length > 0) breach(`round ${round}: no way back for ${missing.join(', ')}`);
    },
    controls: async (strike) => ({ 'reads of a table that was taken away': await readsOfATableTakenAway(strike) }),
  }),
};
