import { KurrentDBEventStore, type KurrentDBEventStoreOptions } from '../kurrentdb-event-store';
import { KurrentDBServer } from './kurrentdb-server';

/** One server per test, and stores on it as processes would open them; all gone after the test. */
export function openedServer(limits: Omit<KurrentDBEventStoreOptions, 'connectionString'>) {
  const opened: { server?: KurrentDBServer; stores: KurrentDBEventStore[] } = { stores: [] };
  beforeEach(async () => {
    opened.server = await KurrentDBServer.start();
  });
  afterEach(async () => {
    server().silent = false;
    await Promise.all(opened.stores.splice(0).map((store) => store.close()));
    server().stop();
  });
  const server = () => opened.server!;
  const open = async (more: Omit<KurrentDBEventStoreOptions, 'connectionString'> = {}) => {
    const store = await KurrentDBEventStore.open({ connectionString: server().url, ...limits, ...more });
    opened.stores.push(store);
    return store;
  };
  /** Another server at the same place with the same log, as after a restart. */
  const restart = async () => {
    server().stop();
    opened.server = await KurrentDBServer.start({ port: server().port, log: server().log });
  };
  /** Events of ours in the server's log, whoever put them there. */
  const inTheLog = () => server().log.all.filter(({ stream }) => !/^[$~]/.test(stream));
  return { server, open, restart, inTheLog };
}
