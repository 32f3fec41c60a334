import { gardens, indicator, line, listId, proposed, started } from '@minsheng/read-models/testing';
import { auditor, commission, leader, ofWorks, works } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const to = (act: string) => `projects/${gardens}/${act}`;
const hundred = { indicators: [indicator({ name: '口袋公园', target: '100' })] };
const table = (targets: Readonly<Record<string, string>>, departures?: object[]) => ({
  indicators: [
    {
      indicatorId: 'i1',
      districts: Object.entries(targets).map(([district, target]) => ({ district, target })),
      ...(departures && { departures }),
    },
  ],
});
const breakDown = (body: object) => api.post(to('breakdown'), body, commission);
const report = async (period: string, values: Readonly<Record<string, string>>) => {
  const lines = Object.entries(values).map(([district, value]) => line(value, { district }));
  const sent = await api.post(to('reports'), { period, lines, evidence: [] }, ofWorks, { on: `${period}-25` });
  expect(sent.status).toBe(201);
  const check = { period, department: works, how: 'documents' };
  expect((await api.post(to('report-verifications'), check, commission, { on: `${period}-26` })).status).toBe(201);
};
const standingIn = async (period: string) => {
  await api.shown();
  return (await api.get(`lists/${listId}/ledger?period=${period}`, auditor)).body.projects[0].standing[0];
};

beforeEach(() => api.given(proposed(gardens, hundred), started(gardens, hundred)));

it('sums follow the breakdown in force: 60 and 20 come to 80 after 乙县 became 乙区', async () => {
  await breakDown({ ...table({ 甲区: '60', 乙县: '40' }), leaderInCharge: '副市长' });
  await report('2019-03', { 甲区: '30', 乙县: '20' });
  expect(await breakDown(table({ 甲区: '60', 乙区: '40' }))).toMatchObject({
    status: 409,
    body: { code: 'DISTRICT_UNACCOUNTED_FOR', facts: { indicator: '口袋公园', districts: '乙县' } },
  });
  const renamed = { district: '乙县', becomes: 'renamed', successor: '乙区' };
  expect((await breakDown(table({ 甲区: '60', 乙区: '40' }, [renamed]))).status).toBe(201);
  expect(await standingIn('2019-03')).toMatchObject({ actual: '50', byDistrict: [{ actual: '30' }, { actual: '20' }] });
  await report('2019-04', { 甲区: '60', 乙区: '20' });
  expect(await standingIn('2019-04')).toMatchObject({ actual: '80', met: false });
  expect((await api.get(`projects/${gardens}`, auditor)).body).toMatchObject({ leaderInCharge: '副市长' });
});

it('an adjusted target says what becomes of the targets of its districts', async () => {
  await breakDown(table({ 甲区: '60', 乙县: '40' }));
  const apply = (over: object) =>
    api.post(
      to('adjustments'),
      {
        changes: [{ kind: 'target', indicatorId: 'i1', target: '80', ...over }],
        reason: '资金核减。',
        evidence: [{ kind: 'document', caption: '通知' }],
      },
      ofWorks,
    );
  expect(await apply({})).toMatchObject({
    status: 409,
    body: { code: 'DISTRICT_TARGETS_UNACCOUNTED_FOR', facts: { districts: '甲区、乙县' } },
  });
  const split = [
    { district: '甲区', target: '50' },
    { district: '乙县', target: '30' },
  ];
  expect((await apply({ districts: { targets: 'split again', split } })).status).toBe(201);
  await api.post(to('adjustment-checks'), { adjustment: 1, supported: true, opinion: '属实。' }, commission);
  const decision = {
    adjustment: 1,
    approved: true,
    bodyKind: 'government executive meeting',
    body: '常务会议',
    heldOn: '2019-06-01',
    documentNo: '3号',
  };
  expect((await api.post(to('adjustment-decisions'), decision, leader, { on: '2019-06-02' })).status).toBe(201);
  expect(await standingIn('2019-06')).toMatchObject({ target: '80', byDistrict: [{ target: '50' }, { target: '30' }] });
});
