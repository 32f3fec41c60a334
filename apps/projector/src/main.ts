import 'reflect-metadata';
import { DatabaseRoleRefused, endOnFailure, loggableError } from '@minsheng/event-store';
import { POLICIES, projections, TableRows } from '@minsheng/read-models';
import pino from 'pino';
import { open } from './open';
import { PolicyRunner } from './policies/policy-runner';
import { TableCheckpoint } from './projecting/checkpoint';
import { CheckpointMoves } from './projecting/checkpoint-moves';
import { SubscriptionRunner } from './projecting/subscription-runner';
import { ProjectionRunner } from './projecting/projection-runner';
import { openDayRunner } from './timers/open-day-runner';

/** Runs every projection and the policies, each subscribed from its own checkpoint, and the clock. */
const main = async (): Promise<void> => {
  const log = pino({ level: process.env.LOG_LEVEL ?? 'info', serializers: { err: loggableError } });
  endOnFailure(log);
  const { store, dataSource, close } = await open(process.env);
  const moves = new CheckpointMoves(dataSource);
  const checkpoint = (name: string) => new TableCheckpoint(dataSource, name, moves);
  const rowsOf = (projection: (typeof projections)[number]) =>
    new TableRows(dataSource.getMetadata(projection.entity)).in(dataSource);
  const runners = [
    ...projections.map(
      (projection) =>
        new SubscriptionRunner(
          store,
          new ProjectionRunner(rowsOf(projection), projection),
          checkpoint(projection.name),
          log,
        ),
    ),
    new SubscriptionRunner(store, new PolicyRunner(checkpoint(POLICIES), store, log), checkpoint(POLICIES), log),
  ];
  const clock = openDayRunner(process.env, { store, dataSource }, log);
  log.info({ following: runners.length, clock: clock !== undefined }, 'the projector follows the log');
  const stop = async () => {
    await Promise.allSettled([clock?.stop(), ...runners.map((runner) => runner.stop())]);
    await close();
    process.exit(0);
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  process.once('disconnect', stop); // the supervisor that started us is gone
};

main().catch((error: unknown) => {
  console.error(error instanceof DatabaseRoleRefused ? error.message : loggableError(error));
  process.exit(1);
});
