import { compareNumbers } from './compare-numbers';
import { meanings } from './meanings';
import { ofPage } from './of-page';
import type { Pages } from './pages';
import { leavesOf } from './walk';

const nothing: Pages = { board: [], dossier: [], ledger: [], lights: [], ranking: [], bulletin: [], investment: [] };
const indicators = (over: object = {}) => [
  { id: 'i1', actual: '9', percent: '75', met: false, byDistrict: [{ district: '甲区', actual: '4' }], ...over },
];
const board = { lights: {}, projects: [{ projectId: 'p1', no: 1, light: null, lights: [], indicators: indicators() }] };
const dossier = (over: object = {}) => ({ projectId: 'p1', no: 1, indicators: indicators(over) });
const ledger = (cell: string) => ({
  projects: [{ projectId: 'p1', closed: {}, reports: {}, verified: { values: { i1: { '': [null, cell, null] } } } }],
});

describe('a number that stands on two pages', () => {
  it('is the same on both', () =>
    expect(compareNumbers({ ...nothing, board: [board], dossier: [dossier()] })).toEqual({
      compared: 5,
      different: [],
      unnamed: [],
    }));
  it.each([
    ['a figure', { actual: '10' }, 'actual · p1 · i1 ·  · now: 9 (board projects[].indicators[].actual), 10'],
    ['a verdict', { met: true }, 'met · p1 · i1 ·  · now: false'],
    ['of a district', { byDistrict: [{ district: '甲区', actual: '5' }] }, 'actual · p1 · i1 · 甲区 · now: 4'],
  ])('and altered on one is found: %s', (_, over, found) =>
    expect(compareNumbers({ ...nothing, board: [board], dossier: [dossier(over)] }).different).toEqual([
      expect.stringContaining(found),
    ]),
  );
  it('is held against what another page holds in parts: the newest cell of a ledger', () => {
    expect(compareNumbers({ ...nothing, board: [board], ledger: [ledger('9')] }).different).toEqual([]);
    expect(compareNumbers({ ...nothing, board: [board], ledger: [ledger('8')] }).different).toHaveLength(1);
  });
  it('is named by the table of meanings, or found', () =>
    expect(compareNumbers({ ...nothing, dossier: [{ ...dossier(), ageOfTheMayor: 51 }] }).unnamed).toEqual([
      'dossier ageOfTheMayor',
    ]));
});

describe('the table of meanings', () => {
  it('compares nothing that stands in one place only', () => {
    const uses = Object.entries(ofPage).flatMap(([page, table]) =>
      Object.entries(table).flatMap(([path, meaning]) => (typeof meaning === 'string' ? [[meaning, page + path]] : [])),
    );
    const lonely = Object.keys(meanings).filter((meaning) => uses.filter(([used]) => used === meaning).length < 2);
    // the ledger has them by month and department, and `derived` sums them
    expect(lonely).toEqual(['money done', 'money paid']);
  });
  it('says which keys of an answer are values', () =>
    expect(
      leavesOf({ closed: { '2019-01': 7 }, of: [{ projectId: 'p1', n: 3 }] }, new Set(['closed.{period}', 'of[].n'])),
    ).toEqual([
      { path: 'closed.{period}', about: { period: '2019-01' }, value: '7' },
      { path: 'of[].n', about: { project: 'p1' }, value: '3' },
    ]));
});
