import type { RecordedEvent } from '@minsheng/event-store';
import { clinics, gardens, opened, poisons, proposed } from '@minsheng/read-models/testing';
import { citizen, commission } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const shelve = (project: string, key?: string) =>
  api.post(`projects/${project}/shelving`, { reason: '用地未落实' }, commission, key === undefined ? {} : { key });
/** This build cannot read the events of these streams, until the function that this returns is called. */
const spoil = (isSpoilt: (stream: string) => boolean, wrong: Partial<RecordedEvent>) => {
  const read = api.store.read.bind(api.store);
  api.store.read = async (stream, from) =>
    (await read(stream, from)).map((event) => (isSpoilt(stream) ? { ...event, ...wrong } : event));
  return () => {
    api.store.read = read;
  };
};

describe('a command on a stream that has an event which this build cannot read', () => {
  it.each(Object.entries(poisons))('is refused, naming stream and position, until it can: %s', async (_, wrong) => {
    await api.given(proposed(gardens), proposed(clinics));
    const repair = spoil((stream) => stream === `candidate-${gardens}`, wrong);
    const { status, body, headers } = await shelve(gardens, 'shelve-gardens');
    expect({ status, body, headers }).toMatchObject({
      status: 503,
      body: {
        code: 'STREAM_UNREADABLE',
        facts: { stream: `candidate-${gardens}`, position: '1' },
        messages: { zh: expect.stringContaining('管理员升级程序或修复该记录') },
      },
      headers: { 'retry-after': '60' },
    });
    expect(await api.events()).toEqual([]);
    expect(await shelve(clinics)).toMatchObject({ status: 201 });
    repair();
    expect(await shelve(gardens, 'shelve-gardens')).toMatchObject({ status: 201 });
  });
  it('is logged with the reason, and without the data of the event', async () => {
    await api.given(proposed(gardens));
    spoil(() => true, { data: '{"title":"口袋公园' });
    await shelve(gardens);
    const entry = api.logged.findLast((line) => line.includes('a stream cannot be read'));
    expect(JSON.parse(entry ?? '{}')).toMatchObject({ position: '1', reason: 'its data are no JSON' });
    expect(api.logged.join('')).not.toContain('口袋公园');
  });
  it('does not give away the tag of a rater', async () => {
    await api.given(opened);
    const rate = (level: number) => api.post(`projects/${gardens}/ratings`, { level }, citizen, { on: '2019-11-25' });
    expect(await rate(4)).toMatchObject({ status: 201 });
    const [{ stream }] = await api.events();
    await api.store.append(stream, 'any', [
      { id: '00000000-0000-4000-9000-00000000aaaa', type: 'NobodyKnows', version: 1, data: '{}', metadata: '{}' },
    ]);
    const { status, body } = await rate(5);
    expect({ status, body }).toMatchObject({ status: 503, body: { facts: { stream: `rating-${gardens}-…` } } });
    expect(`${JSON.stringify(body)}${api.logged.join('')}`).not.toContain(stream);
  });
});
