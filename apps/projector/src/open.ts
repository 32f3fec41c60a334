import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import {
  eventStoreLocation,
  openEventStore,
  refuseDatabaseRoleWithTooMuch,
  settingOrFile,
  type EventStore,
} from '@minsheng/event-store';
import { openReadModels, type DataSource } from '@minsheng/read-models';

/** The connections of the projector. */
export interface Foundations {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  close(): Promise<void>;
}

/** A name for this process that no other process ever has: see `TableCheckpoint`. */
const ownName = (): string =>
  `minsheng-projector ${hostname().slice(0, 20)} ${process.pid} ${randomBytes(3).toString('hex')}`;

/** `statementTimeoutMs` as in `openReadModels`. */
export const open = async (
  environment: NodeJS.ProcessEnv,
  settings: { readonly statementTimeoutMs?: number } = {},
): Promise<Foundations> => {
  const url = settingOrFile(environment, 'DATABASE_URL');
  if (!url) throw new Error('DATABASE_URL (or DATABASE_URL_FILE) is missing: the address of the PostgreSQL database.');
  if (environment.NODE_ENV === 'production') await refuseDatabaseRoleWithTooMuch(url);
  const store = await openEventStore(eventStoreLocation(environment), {
    databaseUrl: url,
    applicationName: 'minsheng-projector',
    loadKurrentDB: () => import('@minsheng/event-store-kurrentdb'),
  });
  const dataSource = await openReadModels(url, { applicationName: ownName(), writes: true, ...settings });
  return {
    store,
    dataSource,
    close: async () => {
      await Promise.allSettled([store.close(), dataSource.destroy()]);
    },
  };
};
