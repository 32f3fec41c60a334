import { tableOf } from './year-table';
import { clippedTo, padded, widthOf, wrapped } from './width';
import type { ProjectResult } from './year-result';

const project: ProjectResult = {
  no: 1,
  title: '促进就业',
  state: 'closed',
  outcome: 'met',
  leads: ['人社局'],
  gaps: [],
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
      generated: false,
      byDistrict: [
        { district: '市本级', target: 60, actual: 577, percent: 961.7, generated: true },
        { district: '眉山天府新区', target: null, actual: null, percent: null, generated: true },
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
      generated: false,
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
      generated: false,
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

describe('a wrapped text', () => {
  it('breaks between words and between wide signs, and begins no line with a comma', () =>
    expect(wrapped('新建公办中小学，增加学位 new schools', 14, '  ')).toBe(
      '新建公办中小\n  学，增加学位\n  new schools',
    ));
  it('leaves a short one alone', () => expect(wrapped('  · 完成', 20)).toBe('  · 完成'));
});

describe('the table of a year', () => {
  const lines = tableOf({ projects: [project] }, false).split('\n');
  it('has a line per project, beneath it its indicators and the districts that have a part', () =>
    expect(lines.slice(2, 8).map((line) => line.replace(/\s+/g, ' ').trim())).toEqual([
      '1 促进就业 绿红 82.9 满意 已销号',
      '牵头 leads：人社局；差距 gap：无',
      '再就业（人） ≥ 400 1089 272.3%',
      '· 市本级 60 577° 961.7%°',
      '失业率（%） ≤ 4.3 3.57 120.4%*',
      '通车（项） 事项 2019-05-30 —',
    ]));
  it('lines its columns up, Chinese or not', () => {
    const [head, , , , whole, district] = lines;
    const end = widthOf(head.slice(0, head.indexOf('目标') + 2));
    expect(widthOf(whole.slice(0, whole.indexOf('400') + 3))).toBe(end);
    expect(widthOf(district.slice(0, district.indexOf('60') + 2))).toBe(end);
  });
  it('says what its mark means', () => expect(lines.at(-2)).toContain('° 由生成器补足'));
  it('names what is missing, and why months on the schedule do not make a year', () => {
    const gaps = [
      { indicator: '适老化改造', unit: '户', missing: 55 },
      { indicator: '失业率', unit: '%', missing: -0.4 },
      { indicator: '开工', unit: '项', district: '甲区', missing: null },
    ];
    const table = tableOf({ projects: [{ ...project, outcome: 'not met', gaps }] }, false).replace(/\s+/g, ' ');
    expect(table).toContain('差距 gap：适老化改造差 55 户、失业率超出 0.4 %、开工（甲区）未完成');
    expect(table).toContain('绿灯 1 个月，只说当月达到序时进度');
  });
  it('says which percentages are target / actual', () => expect(lines.at(-1)).toContain('越低越好'));
  it('colours its lights where there is a terminal, and keeps the letters', () =>
    expect(tableOf({ projects: [project] }, true)).toContain('\u001b[32m●绿\u001b[0m\u001b[31m●红\u001b[0m'));
});
