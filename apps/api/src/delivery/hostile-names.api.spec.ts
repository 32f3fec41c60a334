import { gardens, line, listId, proposed, started, works } from '@minsheng/read-models/testing';
import { auditor, commission, ofWorks } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const ordered = async (path: string, body: object, person = commission, on = '2019-03-28') => {
  const answer = await api.post(`projects/${gardens}/${path}`, body, person, { on });
  expect({ path, status: answer.status, code: answer.body.code }).toEqual({ path, status: 201, code: undefined });
};

describe.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', '12'])('a district called %j', (district) => {
  it('is broken down to, reported, verified, lit and printed as any other', async () => {
    await api.given(proposed(gardens), { type: 'CandidateAdopted', data: started(gardens).data }, started(gardens));
    await ordered('breakdown', {
      indicators: [
        {
          indicatorId: 'i1',
          buffer: false,
          districts: [
            { district, target: '7' },
            { district: '东坡区', target: '5' },
          ],
        },
      ],
    });
    const period = '2019-03';
    const lines = [line('4', { district }), line('2', { district: '东坡区' })];
    await ordered('reports', { period, lines, progress: '按计划推进', evidence: [] }, ofWorks);
    await ordered('report-verifications', { period, department: works, how: 'documents' });
    const gap = { months: ['2019-01', '2019-02'], reason: '年初没有填报。' };
    await ordered('month-closings', { period, gap }, commission, '2019-04-01');
    await api.shown();

    const board = await api.get(`lists/${listId}/board`, auditor);
    expect(board.body.projects[0].indicators[0]).toMatchObject({
      actual: '6',
      percent: '50',
      byDistrict: [
        { district, actual: '4', target: '7' },
        { district: '东坡区', actual: '2', target: '5' },
      ],
    });
    for (const question of [
      `lists/${listId}/ledger`,
      `lists/${listId}/ledger?period=${period}`,
      `lists/${listId}/bulletin?period=${period}`,
      `lists/${listId}/ranking`,
      `projects/${gardens}`,
      `projects/${gardens}/reports/${period}/draft`,
    ])
      expect({
        question,
        status: (await api.get(question, question.endsWith('draft') ? ofWorks : commission)).status,
      }).toEqual({ question, status: 200 });
  });
});
