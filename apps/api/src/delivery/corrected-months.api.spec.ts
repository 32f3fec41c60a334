import { gardens, line, listId, proposed, started, works } from '@minsheng/read-models/testing';
import { commission, ofWorks } from '../testing/issued-tokens';
import { closingOf } from '../testing/month-closing';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const to = (act: string) => `projects/${gardens}/${act}`;
const evidence = [{ kind: 'document', caption: '台账' }];

/** Reported on the 20th, verified, and closed on the last day of the month. */
const monthOf = async (number: number, value: string, money: object) => {
  const period = `2019-0${number}`;
  await api.post(to('reports'), { period, lines: [line(value)], evidence, money }, ofWorks, { on: `${period}-20` });
  await api.post(to('report-verifications'), { period, department: works, how: 'documents' }, commission, {
    on: `${period}-21`,
  });
  await api.post(to('month-closings'), closingOf(period), commission, { on: '2019-03-31' });
};
const correct = (period: string, body: object) =>
  api.post(to('report-corrections'), { period, evidence, reason: '复核', ...body }, ofWorks, { on: '2019-04-02' });
const verify = (period: string) =>
  api.post(to('report-verifications'), { period, department: works, how: 'documents' }, commission, {
    on: '2019-04-03',
  });
const investment = async () => {
  await api.shown();
  return (await api.get(`lists/${listId}/investment`, commission)).body.projects[0];
};

describe('a correction of a line', () => {
  beforeEach(async () => {
    await api.given(proposed(gardens), started(gardens));
    await monthOf(1, '1', { done: '50', paid: '50' });
    await monthOf(2, '2', { done: '70', paid: '70' });
  });

  it('leaves the money of its month as it was verified', async () => {
    expect((await correct('2019-02', { lines: [line('3')] })).status).toBe(201);
    expect((await verify('2019-02')).status).toBe(201);
    expect(await investment()).toMatchObject({ done: '70', paid: '70' });
  });
  it('does not put the money of one month above that of the next', async () => {
    expect(await correct('2019-01', { lines: [line('1')], money: { done: '900', paid: '900' } })).toMatchObject({
      status: 409,
      body: { code: 'MONEY_FALLS', facts: { before: '900', now: '70' } },
    });
  });
});
