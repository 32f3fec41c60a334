import { documentOf } from './document';
import { formatted, verdictOn, type Result } from './figure';
import { plotOf } from './plot';
import { median, percentile, ratioByRound } from './statistics';
import { tableOf } from './table';

const result: Result = {
  part: 'append',
  title: '追加 · Append',
  method: ['One event each.'],
  drawn: '/s',
  figures: [
    { says: 'ours, 64 at a time', value: 31_702.4, unit: '/s' },
    { says: 'raw <64>', value: 15_851.2, unit: '/s' },
    { says: '64 at a time, to raw', value: 2, unit: '×', bar: { atLeast: 2.3 } },
    { says: 'conflicts', value: 0, unit: '', bar: { atMost: 0 } },
  ],
};

describe('statistics', () => {
  it('take the value in the middle, whatever the order', () => expect(median([9, 1, 5])).toBe(5));
  it('of an even count take the mean of the two in the middle', () => expect(median([1, 2, 4, 100])).toBe(3));
  it('of nothing are no number', () => expect([median([]), percentile([], 0.99)]).toEqual([NaN, NaN]));
  it('find the value that 99 of a hundred do not exceed', () =>
    expect(
      percentile(
        Array.from({ length: 100 }, (_, index) => 100 - index),
        0.99,
      ),
    ).toBe(99));
  it('compare round by round: a round in which everything was slow changes nothing', () =>
    expect(ratioByRound([20, 2, 22], [10, 1, 10])).toBe(2));
  it('refuse to compare rounds that do not belong together', () =>
    expect(() => ratioByRound([1, 2], [1])).toThrow('2 rounds cannot be compared with 1'));
});

describe('a verdict', () => {
  it('is ok on the bar itself, in both directions', () =>
    expect([verdictOn({ value: 2.3, bar: { atLeast: 2.3 } }), verdictOn({ value: 3, bar: { atMost: 3 } })]).toEqual([
      'ok',
      'ok',
    ]));
  it('is missed beside it', () =>
    expect([verdictOn({ value: 2.29, bar: { atLeast: 2.3 } }), verdictOn({ value: 1, bar: { atMost: 0 } })]).toEqual([
      'MISSED',
      'MISSED',
    ]));
  it('is missed where nothing was measured', () =>
    expect([verdictOn({ value: NaN, bar: { atLeast: 1 } }), verdictOn({ value: NaN, bar: { atMost: 1 } })]).toEqual([
      'MISSED',
      'MISSED',
    ]));
  it('is not passed on a figure without a bar', () => expect(verdictOn({ value: 1 })).toBe('info'));
});

describe('a figure', () => {
  it('is spoken in three digits', () =>
    expect([formatted(31_702.4, '/s'), formatted(2.345, '×'), formatted(12.34, 'ms'), formatted(0, '')]).toEqual([
      '31,702/s',
      '2.35 ×',
      '12.3 ms',
      '0',
    ]));
  it('that was not measured is a dash', () => expect(formatted(NaN, 'ms')).toBe('–'));
});

describe('the table', () => {
  it('holds figure, measured, bar and verdict, below the title of the part', () => {
    expect(tableOf([result])).toBe(
      [
        'figure                measured  bar       verdict',
        '',
        '追加 · Append',
        'ours, 64 at a time    31,702/s            info',
        'raw <64>              15,851/s            info',
        '64 at a time, to raw  2 ×       ≥ 2.30 ×  MISSED',
        'conflicts             0         ≤ 0       ok',
      ].join('\n'),
    );
  });
});

describe('the plot', () => {
  const plot = plotOf(result.title, result.figures.slice(0, 2));
  const widths = [...plot.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
  it('draws a bar for each figure, in proportion from zero', () => expect(widths[0] / widths[1]).toBeCloseTo(2, 5));
  it('takes every label as text, never as markup', () =>
    expect([plot.includes('raw <64>'), plot.includes('raw &#60;64&#62;')]).toEqual([false, true]));
  it('reads in the dark too', () => expect(plot).toContain('prefers-color-scheme: dark'));
});

describe('the document', () => {
  const [page, ...plots] = documentOf({
    startedAt: '2019-11-25T08:00:00.000Z',
    seconds: 600,
    machine: 'two cores',
    results: [result],
  });
  it('tells the machine, every figure and what was missed', () => {
    expect(page.text).toContain('Run of 2019-11-25, 10 minutes, on: two cores.');
    expect(page.text).toContain('| 64 at a time, to raw | 2 × | ≥ 2.30 × | **missed** |');
    expect(page.text).toContain('Bars missed: 64 at a time, to raw.');
  });
  it('shows the plots that are written beside it', () => {
    expect(plots.map(({ path }) => path)).toEqual(['benchmarks/append.svg']);
    expect(page.text).toContain('](benchmarks/append.svg)');
  });
  it('does not say that all is well where something was missed', () =>
    expect(page.text).not.toContain('Every bar is met'));
});
