import {
  gardens,
  indicator,
  opened,
  proposed,
  rated,
  rater,
  started,
  submitted,
  verified,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { auditor, commission, ofWorks, works } from '../testing/issued-tokens';
import { OpenedApi, type Answer } from '../testing/opened-api';

const api = new OpenedApi();
const to = (act: string) => `projects/${gardens}/${act}`;
const inspection = {
  inspector: '市建设工程质量监督站',
  items: [{ item: '绿化', passed: true, note: '' }],
  evidence: [{ kind: 'certificate', caption: '验收证书' }],
};
const evidence = [{ kind: 'photo', caption: '现场' }];
const types = async () => (await api.events()).map(({ type }) => type);
const refusedWith = (status: number, code: string) =>
  expect.objectContaining({ status, body: expect.objectContaining({ code }) }) as Answer;

describe('the end of a project', () => {
  const done = [started(gardens), submitted('2019-11', '12'), verified('2019-11', '12')];
  const claimed: GivenEvent = {
    type: 'CompletionClaimed',
    data: { projectId: gardens, department: works, statement: '全部建成', evidence, endedOn: '2019-11-18' },
  };
  const { rules } = started(gardens).data as { rules: object };
  const accepted: GivenEvent = {
    type: 'AcceptancePassed',
    data: { projectId: gardens, ...inspection, acceptedOn: '2019-11-20', rulesVersion: 1, rules, leads: [works] },
  };
  const scored: GivenEvent = {
    type: 'SatisfactionScored',
    data: {
      projectId: gardens,
      rulesVersion: 1,
      rule: (rules as { satisfaction: object }).satisfaction,
      ratings: [0, 0, 0, 0, 0],
      channels: {
        rating: { weight: 30, answers: 0, score: null },
        survey: { weight: 50, answers: 0, score: null },
        thirdParty: { weight: 20, answers: 0, score: null },
      },
      score: null,
      grade: null,
    },
  };
  const ticket: GivenEvent = {
    type: 'RectificationOpened',
    data: { projectId: gardens, ticket: rater, level: 1, dueOn: '2019-12-10', departments: [works] },
  };

  it('is claimed when every indicator is met, and accepted by another unit', async () => {
    await api.given(...done);
    await api.post(to('completion'), { statement: '全部建成', evidence }, ofWorks, { on: '2019-11-15' });
    await api.post(to('acceptance'), inspection, commission, { on: '2019-11-20' });
    expect(await api.events()).toMatchObject([
      { type: 'CompletionClaimed', data: { department: works } },
      { type: 'AcceptancePassed', data: { acceptedOn: '2019-11-20', leads: [works], rulesVersion: 1 } },
    ]);
  });
  it('is not claimed before, and "not met" not recorded after', async () => {
    await api.given(
      started(gardens, { indicators: [indicator(), indicator({ id: 'i2' })] }),
      submitted('2019-11', '12'),
      verified('2019-11', '12'),
    );
    expect(
      await api.post(to('completion'), { statement: '全部建成', evidence }, ofWorks, { on: '2019-11-15' }),
    ).toMatchObject({ status: 409, body: { code: 'INDICATORS_NOT_MET', facts: { indicators: 'i2' } } });
    await api.post(to('not-met'), { body: '市发改委', reason: '未达标' }, commission, { on: '2019-12-31' });
    expect(await types()).toEqual(['NotMetRecorded']);
  });
  it('goes back to the department when one item of the inspection fails', async () => {
    await api.given(...done, claimed);
    await api.post(
      to('acceptance'),
      { ...inspection, items: [...inspection.items, { item: '照明', passed: false, note: '不亮' }] },
      commission,
    );
    expect(await types()).toEqual(['AcceptanceFailed']);
  });
  it.each([
    ['NOT_ACCEPTED', [claimed]],
    ['NOT_SCORED', [claimed, accepted, opened]],
    ['RECTIFICATIONS_OPEN', [claimed, accepted, opened, rated(rater, 1), ticket, scored]],
  ] as const)('is not closed while %s', async (code, before) => {
    await api.given(...done, ...before);
    expect(await api.post(to('closing'), { archiveNo: '2019-实事-1' }, commission)).toEqual(refusedWith(409, code));
    expect(await api.events()).toEqual([]);
  });
  it('is closed with its evaluation scored, and answered again for the same key', async () => {
    await api.given(...done, claimed, accepted, opened, scored);
    const first = await api.post(to('closing'), { archiveNo: '2019-实事-1' }, commission, { key: 'close-gardens' });
    expect(
      await api.post(to('closing'), { archiveNo: '2019-实事-1' }, commission, { key: 'close-gardens' }),
    ).toMatchObject({ status: 201, body: first.body });
    expect(await api.events()).toMatchObject([
      { type: 'ProjectClosed', data: { archiveNo: '2019-实事-1', outcome: 'met' } },
    ]);
  });
  it('cannot come before the project is on an adopted list', async () => {
    expect(await api.post(to('completion'), { statement: '全部建成', evidence }, ofWorks)).toEqual(
      refusedWith(404, 'DELIVERY_NOT_STARTED'),
    );
  });
  it('is not inspected by the department that delivered it', async () => {
    await api.given(...done, claimed);
    expect(await api.post(to('acceptance'), { ...inspection, inspector: works }, commission)).toMatchObject({
      status: 409,
      body: { code: 'INSPECTOR_IS_THE_LEAD', messages: { zh: `${works} 是牵头单位，验收须由其他单位进行` } },
    });
    expect(await api.post(to('acceptance'), { ...inspection, level: '省级验收' }, commission)).toMatchObject({
      status: 409,
      body: { code: 'ACCEPTANCE_LEVEL_OUT_OF_TURN', facts: { level: '省级验收', due: '验收' } },
    });
  });
  it('is looked at again later: what does not hold is under way once more', async () => {
    const look = { inspector: '市人大代表检查组', findings: '两处苗木枯死。', evidence };
    await api.given(proposed(gardens), ...done, claimed);
    expect(await api.post(to('look-backs'), { ...look, holds: true }, auditor)).toEqual(
      refusedWith(409, 'NOT_ACCEPTED'),
    );
    await api.given(accepted);
    await api.post(to('look-backs'), { ...look, holds: true }, auditor, { on: '2019-12-20' });
    await api.post(to('look-backs'), { ...look, holds: false }, commission, { on: '2020-03-10' });
    expect(
      await api.post(to('completion'), { statement: '补植完成', evidence }, ofWorks, { on: '2020-04-01' }),
    ).toEqual(refusedWith(409, 'NOTHING_VERIFIED_SINCE'));
    expect(await types()).toEqual(['LookedBack', 'ProjectReopened']);
    await api.shown();
    const dossier = (await api.get(`projects/${gardens}`)).body;
    expect(dossier).toMatchObject({ refuted: look.findings, acceptance: { passed: false, refutedBy: look.inspector } });
    const { projects } = (await api.get(`lists/${dossier.listId}/board`)).body;
    expect(projects).toMatchObject([{ refuted: look.findings }]);
    for (const { indicators } of [dossier, projects[0]])
      expect(indicators).toMatchObject([{ actual: '12', met: null }]);
  });
});
