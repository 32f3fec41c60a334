import { commitment, gardens, lamps, listId, proposed, received, started } from '@minsheng/read-models/testing';
import { ballot, list, opened } from '../selection/selection.fixtures';
import { commission, ofWorks, type Person } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const LATER = '511400-2020-gardens009';
const CHENGDU = '510100-2019-gardens009';
const [tally] = ballot(60).tallies;
const evidence = [{ kind: 'document', caption: '纪要' }];

describe('a command that names what is not of its list', () => {
  const carriedOver = (projectId: string) => ({
    ...commitment(),
    lineage: [{ relation: 'carried over from', projectId }],
  });
  const into = (change: object) => ({ changes: [change], reason: '用地未落实。', evidence });
  const meeting = `meetings/${listId}-council001`;

  it.each<[string, string, object, Person, string, string]>([
    [
      'a suggestion of another region as a candidate',
      list('candidates'),
      { ...commitment(), suggestions: [lamps, '510100-2019-lamps00001'] },
      commission,
      'ID_OF_ANOTHER_LIST',
      '/suggestions/1',
    ],
    [
      'a project carried over from its own list',
      list('candidates'),
      carriedOver(gardens),
      commission,
      'ID_OF_NO_EARLIER_LIST',
      '/lineage/0/projectId',
    ],
    [
      'a project carried over from another region',
      list('candidates'),
      carriedOver('510100-2018-gardens009'),
      commission,
      'ID_OF_NO_EARLIER_LIST',
      '/lineage/0/projectId',
    ],
    [
      'a candidate of the next year',
      list('putting-to-decision'),
      { projectIds: [gardens, LATER] },
      commission,
      'ID_OF_ANOTHER_LIST',
      '/projectIds/1',
    ],
    [
      'a vote on another region’s candidate',
      list('ballot'),
      { ...ballot(60), tallies: [tally, { ...tally, projectId: CHENGDU }] },
      commission,
      'ID_OF_ANOTHER_LIST',
      '/tallies/1/projectId',
    ],
    [
      'a main suggestion of another region',
      `suggestions/${lamps}/merge`,
      { into: '510100-2019-lamps00001' },
      commission,
      'ID_OF_ANOTHER_LIST',
      '/into',
    ],
    [
      'a month of another region’s project, without a row',
      list('monthly-reports'),
      {
        period: '2019-03',
        rows: [{ projectId: gardens, indicatorId: 'i1', value: '3' }],
        projects: [{ projectId: CHENGDU, otherLines: { unchanged: true }, evidence: [] }],
      },
      ofWorks,
      'ID_OF_ANOTHER_LIST',
      '/projects/0/projectId',
    ],
    [
      'a merge into another region’s project',
      `projects/${gardens}/adjustments`,
      into({ kind: 'merge', into: CHENGDU }),
      ofWorks,
      'ID_OF_ANOTHER_REGION',
      '/changes/0/into',
    ],
    [
      'an issue of another region',
      `${meeting}/agenda`,
      { topic: '用地', issue: { projectId: CHENGDU, issue: 1 } },
      commission,
      'ID_OF_ANOTHER_REGION',
      '/issue/projectId',
    ],
    [
      'a next meeting of another region',
      `${meeting}/adjournment`,
      { minutesNo: '联席〔3〕号', next: '510100-2019-council001' },
      commission,
      'ID_OF_ANOTHER_REGION',
      '/next',
    ],
  ])('is refused by its place: %s', async (_, path, body, person, code, pointer) => {
    await api.given(opened(), proposed(gardens), started(gardens), started(CHENGDU), received(lamps));
    expect(await api.post(path, body, person)).toMatchObject({
      status: 422,
      body: { code, errors: [{ pointer, detail: expect.any(String) }] },
    });
    expect(await api.events()).toEqual([]);
  });
});
