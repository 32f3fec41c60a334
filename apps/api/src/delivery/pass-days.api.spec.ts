import { clinics, gardens, proposed, stadium, started } from '@minsheng/read-models/testing';
import { commission, elsewhere, ofWorks } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';
import { threeProjects } from './three-projects.fixtures';

const api = new OpenedApi();
describe('a day over a whole list', () => {
  const days = 'lists/511400-2019/days';
  it('is passed for every open project, and says how many events that recorded', async () => {
    await api.given(...threeProjects);
    await api.given({ type: 'ProjectClosed', data: { projectId: stadium, archiveNo: 'MS-3', outcome: 'met' } });
    await api.shown();
    expect(await api.post(days, {}, commission, { on: '2019-01-02' })).toMatchObject({
      status: 201,
      body: { listId: '511400-2019', on: '2019-01-02', projects: 2, events: 2 },
    });
    const events = await api.events();
    expect(events.map(({ stream, type, metadata }) => [stream, type, metadata.on, metadata.actor])).toEqual(
      [clinics, gardens].map((id) => [`delivery-${id}`, 'PeriodOpened', '2019-01-02', { id: 'timer', role: 'timer' }]),
    );
  });
  it('records nothing the second time', async () => {
    await api.given(...threeProjects);
    await api.shown();
    await api.post(days, {}, commission, { on: '2019-01-02' });
    expect(await api.post(days, {}, commission, { on: '2019-01-02' })).toMatchObject({
      status: 201,
      body: { projects: 3, events: 0, position: '9' },
    });
    expect(await api.post(days, {}, elsewhere)).toMatchObject({ status: 403 });
    expect(await api.post(days, {}, ofWorks)).toMatchObject({ status: 403 });
  });
  it('is passed for all others, however many cannot be read, and the answer names one of these', async () => {
    const unreadable = Array.from({ length: 9 }, (_, number) => `511400-2019-aaaaaaaaa${number}`);
    await api.given(...unreadable.flatMap((id) => [proposed(id), started(id)]), ...threeProjects);
    await api.shown();
    for (const [number, id] of unreadable.entries())
      await api.store.append(`delivery-${id}`, 'any', [
        {
          id: `00000000-0000-4000-9000-00000000000${number}`,
          type: 'NobodyKnows',
          version: 1,
          data: '{}',
          metadata: '{}',
        },
      ]);
    expect(await api.post(days, {}, commission, { on: '2019-01-02' })).toMatchObject({
      status: 503,
      body: { code: 'STREAM_UNREADABLE', facts: { stream: expect.stringMatching('^delivery-511400-2019-aaaaaaaaa') } },
    });
    const log = await api.store.readAll(0n, { limit: 100 });
    const opened = log.filter(({ type }) => type === 'PeriodOpened').map(({ stream }) => stream);
    expect(opened.sort()).toEqual([clinics, gardens, stadium].map((id) => `delivery-${id}`).sort());
  });
});
