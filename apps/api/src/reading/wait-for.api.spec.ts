import { setTimeout as pause } from 'node:timers/promises';
import { gardens, proposed } from '@minsheng/read-models/testing';
import { commission } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const timed = async <T>(work: () => Promise<T>) => {
  const from = performance.now();
  return { answer: await work(), took: performance.now() - from };
};

describe('who waits for what they have written', () => {
  it('reads it as soon as it is there', async () => {
    await api.given(proposed(gardens));
    const {
      body: { position },
    } = await api.post(`projects/${gardens}/shelving`, { reason: '用地未落实' }, commission);
    const reading = timed(() => api.get(`projects/${gardens}?wait-for=${position}`, commission));
    await pause(150);
    await api.shown();
    const { answer, took } = await reading;
    expect(answer).toMatchObject({ status: 200, body: { status: 'shelved' } });
    expect(took).toBeGreaterThan(140);
  });
  it('does not wait for what is there', async () => {
    await api.given(proposed(gardens));
    await api.shown();
    expect(await api.get(`projects/${gardens}?wait-for=1`, commission)).toMatchObject({ status: 200 });
  });
  it('is told after two seconds how far the pages are', async () => {
    await api.given(proposed(gardens));
    await api.shown();
    const { answer, took } = await timed(() => api.get(`projects/${gardens}?wait-for=9`, commission));
    expect(answer).toMatchObject({
      status: 202,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
      body: { code: 'NOT_YET_VISIBLE', facts: { position: '1' } },
    });
    expect(took).toBeGreaterThan(1_950);
    expect(took).toBeLessThan(4_000);
  });
  it('waits for the slowest of the read models', async () => {
    await api.given(proposed(gardens));
    await api.shown();
    await api.dataSource.query(`update read.checkpoint set position = 0 where name = 'timeline'`);
    const reading = timed(() => api.get(`projects/${gardens}?wait-for=1`, commission));
    await pause(100);
    await api.dataSource.query(`update read.checkpoint set position = 1 where name = 'timeline'`);
    expect((await reading).took).toBeGreaterThan(90);
  });
});
