import { event } from '../contract/samples';
import { eventStoreContract } from '../event-store.contract';
import { InMemoryEventStore } from './in-memory-event-store';

eventStoreContract('InMemoryEventStore', async () => ({ store: new InMemoryEventStore() }));

it('hides a clock that was set back', async () => {
  const hours = [10, 9, 11];
  const store = new InMemoryEventStore(() => new Date(Date.UTC(2025, 0, 1, hours.shift())));
  for (let n = 0; n < 3; n++) await store.append('a', 'any', [event()]);
  expect((await store.read('a')).map(({ recordedAt }) => recordedAt.getUTCHours())).toEqual([10, 10, 11]);
});
