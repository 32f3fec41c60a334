import { CommandProcessor, businessDateOf } from '@minsheng/command-handling';
import type { EventStore } from '@minsheng/event-store';
import { openDeliveries, POLICIES, type DataSource } from '@minsheng/read-models';
import type { Logger } from 'pino';
import { DayRunner, waiting, type World } from './day-runner';

/**
 * The process that holds the checkpoint of the policies keeps the clock: one at a time, and none while they are paused.
 */
export const holdsThePolicies = async (dataSource: DataSource): Promise<boolean> =>
  (
    await dataSource.query(
      'select from read.checkpoint where name = $1 and holder = $2 and halted is null and not paused',
      [POLICIES, (dataSource.options as { applicationName?: string }).applicationName],
    )
  ).length > 0;

/**
 * The clock of this process; none in a rehearsal, where the client sets the business date and passes the days (`POST
 * lists/:listId/days`).
 */
export const openDayRunner = (
  environment: NodeJS.ProcessEnv,
  { store, dataSource }: { readonly store: EventStore; readonly dataSource: DataSource },
  log: Logger,
): DayRunner | undefined => {
  if (environment.REHEARSAL === '1') return undefined;
  const world: World = {
    today: () => businessDateOf(new Date()),
    isOurs: () => holdsThePolicies(dataSource),
    openDeliveries: () => openDeliveries(dataSource),
    wait: waiting,
  };
  return new DayRunner(new CommandProcessor(store), world, log);
};
