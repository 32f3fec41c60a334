import { lastDayOf } from './calendar';
import path from 'node:path';
import { readListFile } from '../list/read-list-file';
import { parseList } from '../list/read-list-file';
import { ballotOf } from './ballot';
import { linesOf, type PlannedLine } from './lines';
import { planYear, type YearPlan } from './year-plan';
import { voicesOf } from './voices';

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const planOf = async (file: string, options = {}) =>
  planYear(await readListFile(path.join(__dirname, '../../lists', file)), options);
const planned = (indicator: object, item: object = {}, list: object = {}): YearPlan =>
  planYear(
    parseList(
      JSON.stringify({
        city: '示例市',
        year: 2024,
        items: [
          {
            title: '道路',
            lead_departments: ['市交通局', '市财政局'],
            indicators: [{ name: '农村公路', unit: '公里', comparator: '>=', ...indicator }],
            ...item,
          },
        ],
        ...list,
      }),
    ),
  );
const linesIn = ({ projects, year }: YearPlan, month: number): PlannedLine[] =>
  projects.flatMap(({ tracks }) => linesOf(tracks, lastDayOf(year, month), month));
const values = (plan: YearPlan, district?: string) =>
  months.map((month) => linesIn(plan, month).find((line) => line.district === district)?.value);
const aboutOf = (plan: YearPlan, words: string) => plan.notes.filter(({ text }) => text.includes(words));

describe('the plan of a year', () => {
  it('is the same for the same file and seed, and another for another seed', async () => {
    expect(await planOf('linan-2022.json')).toEqual(await planOf('linan-2022.json'));
    expect((await planOf('linan-2022.json', { seed: 2 })).projects).not.toEqual(
      (await planOf('linan-2022.json')).projects,
    );
    expect((await planOf('linan-2022.json', { seed: 2 })).keyPrefix).not.toBe(
      (await planOf('linan-2022.json')).keyPrefix,
    );
  });

  it('ends on every printed figure, the whole and each district (Meishan 2019)', async () => {
    const plan = await planOf('meishan-2019.json');
    for (const { item, tracks } of plan.projects) {
      const lines = linesOf(tracks, lastDayOf(plan.year, 12), 12);
      item.indicators.forEach((indicator, index) => {
        const own = lines.filter(({ indicatorId }) => indicatorId === `i${index + 1}`);
        expect(Number(own.find(({ district }) => district === undefined)?.value)).toBe(indicator.actual);
        for (const { district, actual } of indicator.by_district ?? [])
          expect(own.find((line) => line.district === district)?.value).toBe(
            actual === undefined ? undefined : String(actual),
          );
      });
    }
  });

  it('lets no additive figure fall, and has districts sum to the whole every month', async () => {
    const plan = await planOf('meishan-2019.json');
    for (const { tracks } of plan.projects) {
      for (const { indicator, whole, districts } of tracks.filter(({ indicator: { additive } }) => additive)) {
        expect(whole!.map(Number)).toEqual([...whole!].map(Number).sort((a, b) => a - b));
        if (districts.length > 0)
          expect(whole!.map(Number)).toEqual(
            months.map((_, index) => districts.reduce((sum, share) => sum + Number(share.values[index]), 0)),
          );
        expect(indicator.comparator).toBe('>=');
      }
    }
  });

  it('reaches a printed figure in the month of its record and repeats it', () => {
    const reached = values(planned({ target: 10, actual: 6, as_of: '2024-06-30' }));
    expect(reached.slice(5)).toEqual(Array.from({ length: 7 }, () => '6'));
    expect(Number(reached[4])).toBeLessThan(6);
  });

  it('counts what is being built as nothing until it is finished', () => {
    const plan = planned({
      target: 100,
      in_progress: [
        { qty: 60, progress_pct: 90, planned_done: '2024-10' },
        { qty: 50, progress_pct: 10, planned_done: '2025-03' },
      ],
    });
    expect(values(plan)).toEqual([...Array.from({ length: 9 }, () => '0'), '60', '60', '60']);
  });

  it('shows works progress beside the count, never as the count', () => {
    const plan = planned({ target: 300, reported_progress_pct: 55, as_of: '2024-06-30' });
    expect(linesIn(plan, 6)[0]).toMatchObject({ worksPercent: '55' });
    expect(aboutOf(plan, '形象进度')[0].about).toEqual(['「道路」农村公路（55%）']);
  });

  it('says so where it makes a figure up', () =>
    expect(aboutOf(planned({ target: 10 }), '由生成器补足')).toEqual([
      { text: expect.any(String), about: ['「道路」农村公路'] },
    ]));

  it('dates an event as printed', () =>
    expect(linesIn(planned({ comparator: 'event', event_done: true, event_date: '2024-05-30' }), 5)).toEqual([
      { indicatorId: 'i1', doneOn: '2024-05-30' },
    ]));

  it.each(['已完成施工招标,正在办理施工许可证', '装饰工程及附属工程施工', '已完成招标,正在备货'])(
    'does not take "%s" for done',
    (words) => {
      expect(
        aboutOf(planned({ comparator: 'event', actual_text: words, as_of: '2024-06-30' }), '没有完成依据'),
      ).toHaveLength(1);
    },
  );

  it('reports an indicator with neither target nor actual as works progress only', () =>
    expect(linesIn(planned({ unit: '人' }), 12)).toEqual([{ indicatorId: 'i1', worksPercent: '100' }]));

  it('keeps a target of zero that is not to be exceeded', () =>
    expect(values(planned({ unit: '户', target: 0, comparator: '<=', additive: false }))).toEqual(
      months.map(() => '0'),
    ));

  it('moves a standard in force from the first day nowhere', () =>
    expect(new Set(values(planned({ unit: '元/月/人', target: 60 })))).toEqual(new Set(['60'])));

  it('shares out the rest of a printed total among districts without a figure', () => {
    const plan = planned({
      unit: '个',
      target: 30,
      actual: 33,
      by_district: [
        { district: '甲', target: 10, actual: 11 },
        { district: '乙', target: 15 },
        { district: '丙', target: 5 },
      ],
    });
    expect(linesIn(plan, 12).map(({ district, value }) => [district, value])).toEqual([
      [undefined, '33'],
      ['甲', '11'],
      ['乙', '17'],
      ['丙', '5'],
    ]);
  });

  it('reports a printed whole alone where no district has a figure', () => {
    const plan = planned({
      unit: '个',
      target: 21,
      actual: 21,
      by_district: [
        { district: '平江县', target: 17 },
        { district: '汨罗市', target: 4 },
      ],
    });
    expect(linesIn(plan, 12)).toEqual([{ indicatorId: 'i1', value: '21' }]);
  });

  it('has the first department lead and the others take part', () =>
    expect(planned({ target: 1 }).projects[0].commitment).toMatchObject({
      coDepartments: ['市财政局'],
      indicators: [{ lead: '市交通局' }],
    }));

  it('leaves an item out that does not concern this place', () =>
    expect(planned({ applicable: false, comparator: 'event' })).toMatchObject({
      projects: [],
      notApplicable: [{ no: 1 }],
    }));

  it('makes up candidates in the proportion of the vote: 48 to 40', () => {
    const items = Array.from({ length: 16 }, (_, index) => ({
      no: index + 1,
      title: `项目${index + 1}`,
      indicators: [{ name: '新建', unit: '项', comparator: 'event' }],
    }));
    const plan = planned(
      {},
      {},
      { items, selection: { mode: 'deputies_vote', candidates: 48, selected: 40, voted_on: '2024-01-16' } },
    );
    expect(plan.mode).toBe('deputies vote');
    expect(plan.surplus.map(({ title }) => title)).toEqual(
      [1, 2, 3].map((number) => `候补候选项目${number}（清单文件未列，由演练补足）`),
    );
  });

  it.each([
    ['市民生实事', 'city'],
    ['县民生实事', 'county'],
    ['省民生实事', 'province'],
  ])('reads the level "%s" as %s', (words, level) =>
    expect(planned({ target: 1 }, { level: words }).projects[0].commitment.level).toBe(level),
  );

  it('reads a span of years', () =>
    expect(planned({ target: 1 }, { span: '2022-2026' }).projects[0].commitment.span).toEqual({
      from: 2022,
      to: 2026,
    }));
});

describe('a ballot', () => {
  it.each([2, 19, 200])('of %i candidates adds up, elects in the order given and ties nobody', (candidates) => {
    const { deputies, issued, returned, valid, tallies } = ballotOf(candidates);
    expect([deputies >= issued, issued >= returned, returned >= valid]).toEqual([true, true, true]);
    for (const { inFavour, against, abstained, notVoted } of tallies)
      expect(inFavour + against + abstained + notVoted).toBe(valid);
    expect(
      tallies.every(
        ({ inFavour }, index) => inFavour * 2 > deputies && (index === 0 || inFavour < tallies[index - 1].inFavour),
      ),
    ).toBe(true);
  });
});

describe('voices', () => {
  it('give the first project one bad rating at least, and are the same each time', () => {
    const voices = voicesOf({ seed: 1, listId: '511400-2019' }, { key: 'p1' }, true);
    expect(voices.badRatings).toBeGreaterThanOrEqual(1);
    expect(voicesOf({ seed: 1, listId: '511400-2019' }, { key: 'p1' }, true)).toEqual(voices);
    expect(voices.survey.counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(voices.survey.asked);
    expect(voices.thirdParty.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });
});
