import { readListFile } from '../list/read-list-file';
import { sampleList } from '../list/sample-lists';
import { siteAt } from './made-up-sites';
import { planYear } from './year-plan';

describe('what is made up is plausible', () => {
  it.each([
    ['眉山', '511400', [103.5, 104.1], [29.9, 30.2]],
    ['临安', '330112', [119.5, 119.9], [30.1, 30.4]],
  ])('sites of %s lie within it, each somewhere else', (_, code, [west, east], [south, north]) => {
    const places = [1, 2, 3].map((no) => siteAt(code, no)!);
    for (const { longitude, latitude } of places) {
      expect(Number(longitude)).toBeGreaterThan(west);
      expect(Number(longitude)).toBeLessThan(east);
      expect(Number(latitude)).toBeGreaterThan(south);
      expect(Number(latitude)).toBeLessThan(north);
    }
    expect(new Set(places.map(({ longitude, latitude }) => `${longitude} ${latitude}`)).size).toBe(3);
  });
  it('sites of a place that nobody knows are on no map', () => expect(siteAt('990001', 1)).toBeUndefined());
  it('a project that asks for more time was promised for a day in its year that can be moved', async () => {
    const { year, projects } = planYear(await readListFile(sampleList('linan-2022')));
    const { commitment } = projects.find(({ incidents }) => incidents.adjusted)!;
    const { dueOn } = commitment.indicators.find(({ applicable }) => applicable)!;
    expect(dueOn! >= `${year}-01-01`).toBe(true);
    expect(dueOn! < `${year}-12-25` || dueOn! > `${year}-12-31`).toBe(true);
  });
});
