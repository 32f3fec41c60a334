import { parseList } from '../list/read-list-file';
import { comparePercentages } from './printed-percentages';
import type { IndicatorResult } from './year-result';

const compare = (indicator: object, shown: Partial<IndicatorResult>, item: object = {}) => {
  const list = parseList(
    JSON.stringify({
      city: '示例市',
      year: 2024,
      items: [
        {
          title: '就业',
          indicators: [{ name: '再就业', unit: '人', comparator: '>=', target: 100, ...indicator }],
          ...item,
        },
      ],
    }),
  );
  const result: IndicatorResult = {
    name: '再就业',
    unit: '人',
    comparator: '>=',
    target: 100,
    actual: null,
    percent: null,
    met: null,
    generated: false,
    byDistrict: [],
    ...shown,
  };
  return comparePercentages(
    list,
    [
      {
        no: 1,
        title: '就业',
        state: 'closed',
        outcome: null,
        leads: [],
        gaps: [],
        indicators: [result],
        lights: [],
        satisfaction: null,
        grade: null,
      },
    ],
    [1],
  );
};

describe('a printed percentage', () => {
  it('is made again within 0.6 points', () =>
    expect(compare({ actual: 110, reported_pct: 109.6 }, { actual: 110, percent: 110 })).toEqual({
      reproduced: 1,
      largestDifference: 0.4,
      cutOff: [],
      reasons: [],
      unexplained: [],
    }));
  it('that is cut off, not rounded, is named: 119 for 119.97, whose one decimal is 120', () =>
    expect(
      compare({ target: 10000, actual: 11997, reported_pct: 119 }, { target: 10000, actual: 11997, percent: 120 }),
    ).toMatchObject({
      reproduced: 1,
      cutOff: ['「就业」再就业：公布 119，系统 120，未取整为 119.97'],
      reasons: [],
      unexplained: [],
    }));
  it('that is rounded is not called cut off, however close', () =>
    expect(
      compare({ unit: '公里', actual: 119.4, reported_pct: 119 }, { actual: 119.4, percent: 119.4 }).cutOff,
    ).toEqual([]));
  it('within the tolerance is called cut off all the same', () =>
    expect(
      compare({ unit: '公里', actual: 119.5, reported_pct: 119 }, { actual: 119.5, percent: 119.5 }).cutOff,
    ).toHaveLength(1));
  it('by a base revised later is explained', () =>
    expect(
      compare({ actual: 126, reported_pct: 90, revised_base: 140 }, { actual: 126, percent: 126 }).reasons,
    ).toEqual([expect.stringContaining('调整后的基数')]));
  it('of a group has no formula and is not imitated', () =>
    expect(
      compare({ target: null, actual: 5 }, { actual: 5, target: null }, { reported_overall_pct: 223 }).reasons,
    ).toEqual([expect.stringContaining('没有公式')]));
  it('of a standard met is 100 whatever the overshoot', () =>
    expect(
      compare({ actual: 110, additive: false, reported_pct: 100 }, { actual: 110, percent: 110.3 }).reasons,
    ).toEqual([expect.stringContaining('标准类')]));
  it('that nothing explains is named', () =>
    expect(compare({ actual: 110, reported_pct: 150 }, { actual: 110, percent: 110 }).unexplained).toEqual([
      '「就业」再就业：公布 150，系统 110',
    ]));
  it('of a district is held against the district', () => {
    const { reproduced, unexplained } = compare(
      { actual: 577, by_district: [{ district: '市本级', target: 100, actual: 577, reported_pct: 577 }] },
      {
        actual: 577,
        percent: 577,
        byDistrict: [{ district: '市本级', target: 100, actual: 577, percent: 577, generated: false }],
      },
    );
    expect([reproduced, unexplained]).toEqual([1, []]);
  });
});
