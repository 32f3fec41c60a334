import {
  closed,
  delivered,
  gardens,
  health,
  indicator,
  line,
  listId,
  proposed,
  started,
  submitted,
  verified,
  works,
} from '@minsheng/read-models/testing';
import { auditor, commission, ofHealth, ofWorks } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const narrative = { progress: '已核对台账。', evidence: [] };
const correctMarch = async (department: string, who: typeof ofWorks, ...lines: object[]) => {
  const correction = await api.post(
    `projects/${gardens}/report-corrections`,
    { period: '2019-03', lines, ...narrative, reason: '漏报一处' },
    who,
    { on: '2019-05-06' },
  );
  expect(correction.status).toBe(201);
  const check = await api.post(
    `projects/${gardens}/report-verifications`,
    { period: '2019-03', department, how: 'documents' },
    commission,
    { on: '2019-05-07' },
  );
  expect(check.status).toBe(201);
  await api.shown();
};
const ledger = async () => (await api.get(`lists/${listId}/ledger?period=2019-03`, auditor)).body.projects[0].standing;

it('after a change of lead the newest verified word wins and is cited; what is reported is not owed', async () => {
  await api.given(
    proposed(gardens),
    started(gardens),
    ...['2019-01', '2019-02', '2019-03'].flatMap((period) => [submitted(period, '3'), verified(period, '3')]),
    closed({ colour: 'green', why: 'on the line' }),
    delivered('AdjustmentApproved', {
      adjustment: 1,
      changes: [{ kind: 'lead', indicatorId: 'i1', lead: health }],
      body: '市人大',
      heldOn: '2019-04-01',
      documentNo: '8号',
      decidedOn: '2019-04-01',
    }),
  );
  await api.shown();
  expect(await ledger()).toMatchObject([{ actual: '3', source: { department: works, version: 1, position: '8' } }]);
  const owed = (await api.get('my/reports', ofHealth, { on: '2019-05-06' })).body.reports;
  expect(owed.map(({ period }: { period: string }) => period)).toEqual(['2019-04', '2019-05']);
  expect((await api.get('my/reports', ofWorks, { on: '2019-05-06' })).body.reports).toEqual([]);

  await correctMarch(health, ofHealth, line('5'));
  const [standing] = await ledger();
  expect(standing).toMatchObject({ actual: '5', source: { department: health, version: 1 } });
  expect(BigInt(standing.source.position)).toBeGreaterThan(9n);
  expect((await api.get(`lists/${listId}/bulletin?period=2019-03`, auditor)).status).toBe(200);
});

it('correcting a line keeps the others, each cited by the version that speaks of it', async () => {
  await api.given(
    proposed(gardens, { indicators: [indicator(), indicator({ id: 'i2' })] }),
    started(gardens, { indicators: [indicator(), indicator({ id: 'i2' })] }),
    ...[submitted('2019-03', '0'), verified('2019-03', '0')].map((event) => ({
      ...event,
      data: { ...event.data, lines: [line('3'), line('4', { indicatorId: 'i2' })] },
    })),
    closed({ colour: 'green', why: 'on the line' }),
  );
  await correctMarch(works, ofWorks, line('5', { indicatorId: 'i2' }));
  expect(await ledger()).toMatchObject([
    { id: 'i1', actual: '3', source: { version: 1 } },
    { id: 'i2', actual: '5', source: { version: 2 } },
  ]);
});

it('March above a verified April is asked for its reason', async () => {
  await api.given(started(gardens), submitted('2019-04', '5'), verified('2019-04', '5'));
  const march = (over: object = {}) =>
    api.post(`projects/${gardens}/reports`, { period: '2019-03', lines: [line('9', over)], ...narrative }, ofWorks, {
      on: '2019-05-06',
    });
  expect(await march()).toMatchObject({ status: 409, body: { code: 'CUMULATIVE_FALLS' } });
  expect(await march({ reason: '四月审计核减' })).toMatchObject({ status: 201 });
});

it('the monthly form gives 100 万平方米 as 100 at scale 万', async () => {
  const green = { indicators: [indicator({ unit: '平方米', scale: '万', target: '100' })] };
  await api.given(proposed(gardens, green), started(gardens, green));
  expect((await api.get(`projects/${gardens}/reports/2019-06/draft`, ofWorks)).body).toMatchObject({
    dueOn: '2019-06-28',
    lines: [{ unit: '平方米', scale: '万', kind: 'count', comparator: '>=', target: '100', schedule: '50' }],
  });
});
