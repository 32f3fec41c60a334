import { tableOf } from './year-table';
import { clippedTo, padded, widthOf } from './width';
import type { ProjectResult } from './year-result';

const project: ProjectResult = {
  no: 1,
  title: '促进就业',
  state: 'closed',
  outcome: 'met',
  satisfaction: 82.9,
  grade: '满意',
  lights: [
    { period: '2019-01', colour: 'green', reason: '' },
    { period: '2019-02', colour: 'red', reason: '' },
  ],
  indicators: [
    {
      name: '再就业',
      unit: '人',
      comparator: '>=',
      target: 400,
      actual: 1089,
      percent: 272.3,
      met: true,
      byDistrict: [
        { district: '市本级', target: 60, actual: 577, percent: 961.7 },
        { district: '眉山天府新区', target: null, actual: null, percent: null },
      ],
    },
    {
      name: '失业率',
      unit: '%',
      comparator: '<=',
      target: 4.3,
      actual: 3.57,
      percent: 120.4,
      met: true,
      byDistrict: [],
    },
    {
      name: '通车',
      unit: '项',
      comparator: 'event',
      target: null,
      actual: null,
      doneOn: '2019-05-30',
      percent: null,
      met: true,
      byDistrict: [],
    },
  ],
};

describe('the width of a text', () => {
  it.each([
    ['abc', 3],
    ['完成率', 6],
    ['（人）', 6],
    ['绿\u001b[31m红\u001b[0m', 4],
    ['● a…', 4],
    ['𠀀', 2],
  ])('of "%s" is %i columns', (text, width) => expect(widthOf(text)).toBe(width));
  it('is filled up with blanks', () => expect([padded('完成', 6), padded('7', 3, true)]).toEqual(['完成  ', '  7']));
  it('is cut where it would be too wide, between signs', () =>
    expect(clippedTo('新建成公办中小学', 7)).toBe('新建成…'));
});

describe('the table of a year', () => {
  const lines = tableOf({ projects: [project] }, false).split('\n');
  it('has a line per project, beneath it its indicators and the districts that have a part', () =>
    expect(lines.slice(2, 7).map((line) => line.replace(/\s+/g, ' ').trim())).toEqual([
      '1 促进就业 绿红 82.9 满意 已销号',
      '再就业（人） ≥ 400 1089 272.3%',
      '· 市本级 60 577 961.7%',
      '失业率（%） ≤ 4.3 3.57 120.4%*',
      '通车（项） 事项 2019-05-30 —',
    ]));
  it('lines its columns up, Chinese or not', () => {
    const [head, , , whole, district] = lines;
    const end = widthOf(head.slice(0, head.indexOf('目标') + 2));
    expect(widthOf(whole.slice(0, whole.indexOf('400') + 3))).toBe(end);
    expect(widthOf(district.slice(0, district.indexOf('60') + 2))).toBe(end);
  });
  it('says which percentages are target / actual', () => expect(lines.at(-1)).toContain('越低越好'));
  it('colours its lights where there is a terminal, and keeps the letters', () =>
    expect(tableOf({ projects: [project] }, true)).toContain('\u001b[32m●绿\u001b[0m\u001b[31m●红\u001b[0m'));
});
