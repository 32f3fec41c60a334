import { reports } from './report.projection';
import { corrected, delivering, gardens, returned, rowAfter, rowsAfter, submitted, verified, works } from '../testing';

describe('the reports that people read', () => {
  it('shows a report as it was handed in', async () => {
    expect(await rowAfter(reports, submitted('2019-03', '3'))).toEqual({
      reportId: `${gardens} 2019-03 ${works}`,
      projectId: gardens,
      listId: '511400-2019',
      regionCode: '511400',
      period: '2019-03',
      department: works,
      status: 'submitted',
      versions: [
        {
          version: 1,
          submittedOn: '2019-03-25',
          progress: '按计划推进',
          evidence: [],
          lines: [{ indicatorId: 'i1', value: '3' }],
          status: 'submitted',
        },
      ],
    });
  });
  it('keeps the returned version, with the reason, next to the new one', async () => {
    expect(
      await rowAfter(reports, submitted('2019-03', '3'), returned('2019-03'), submitted('2019-03', '2', 2)),
    ).toMatchObject({
      status: 'submitted',
      versions: [
        { version: 1, status: 'returned', returnedFor: '缺照片', lines: [{ value: '3' }] },
        { version: 2, status: 'submitted', lines: [{ value: '2' }] },
      ],
    });
  });
  it('shows claimed and verified figures apart', async () => {
    expect(await rowAfter(reports, submitted('2019-03', '3'), verified('2019-03', '2'))).toMatchObject({
      status: 'verified',
      versions: [{ lines: [{ value: '3' }], verifiedLines: [{ value: '2' }], how: 'site visit', status: 'verified' }],
    });
  });
  it('says why a closed month was corrected; the earlier version stays readable', async () => {
    const { versions } = await rowAfter(
      reports,
      submitted('2019-03', '3'),
      verified('2019-03', '3'),
      corrected('2019-03', '4', 2),
    );
    expect(versions).toMatchObject([
      { version: 1, status: 'verified' },
      { version: 2, status: 'submitted', correction: '漏报一处' },
    ]);
  });
  it('has a row per project, month and department, and none for the orders of a delivery', async () => {
    expect((await rowsAfter(reports, ...delivering)).map(({ reportId }) => reportId)).toEqual([
      `${gardens} 2019-03 ${works}`,
      `${gardens} 2019-06 ${works}`,
    ]);
  });
});
