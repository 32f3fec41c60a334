import fc from 'fast-check';
import type { DeliveryEvent, Month } from '@minsheng/contracts';
import { deciders, figuresAt } from '@minsheng/domain';
import { decoded } from '../decoded-event';
import { health, indicator, logOf, rowAfter, started, gardens, verified, works, type GivenEvent } from '../testing';
import { ledgers } from './ledger.projection';
import { figuresOf } from './matrix';

/** A report of one of two departments: figures of the whole or of districts, works progress, the day of an event. */
const aReport = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  ofHealth: fc.boolean(),
  reportLines: fc.uniqueArray(
    fc.record({
      indicator: fc.constantFrom('i1', 'i2'),
      district: fc.constantFrom(undefined, '东坡区', '彭山区', '仁寿县'),
      value: fc.option(fc.integer({ min: 0, max: 99 })),
      works: fc.option(fc.integer({ min: 1, max: 100 })),
    }),
    { minLength: 1, maxLength: 6, selector: ({ indicator: id, district }) => `${id} ${district ?? ''}` },
  ),
});
const givenBy = ({
  month,
  ofHealth,
  reportLines,
}: {
  month: number;
  ofHealth: boolean;
  reportLines: readonly {
    indicator: string;
    district: string | undefined;
    value: number | null;
    works: number | null;
  }[];
}): GivenEvent => {
  const of = verified(`2019-${String(month).padStart(2, '0')}`, '0');
  const own = reportLines.map(({ indicator: id, district, value, works: percent }) => ({
    indicatorId: ofHealth ? (id === 'i1' ? 'i3' : 'i4') : id,
    ...(district && { district }),
    ...(value !== null && { value: String(value) }),
    ...(percent !== null && { worksPercent: String(percent) }),
    ...(percent === null && value === null && (month % 2 === 0 ? { unchanged: true } : { noFigure: '台账未到' })),
  }));
  return { ...of, data: { ...of.data, department: ofHealth ? health : works, lines: own } };
};
const fourIndicators = started(gardens, {
  indicators: [
    indicator(),
    indicator({ id: 'i2', additive: false }),
    indicator({ id: 'i3', lead: health }),
    indicator({ id: 'i4', lead: health, additive: false }),
  ],
});
const departure = {
  renamed: { becomes: 'renamed', district: '仁寿县', successor: '天府新区' },
  merged: { becomes: 'merged', district: '仁寿县', successor: '东坡区' },
  withdrawn: { becomes: 'withdrawn', district: '仁寿县', reason: '不再承担' },
  split: {
    becomes: 'split',
    district: '仁寿县',
    parts: [
      { successor: '天府新区', share: 33 },
      { successor: '彭山区', share: 67 },
    ],
  },
};
/** A table that leaves a district out, of both additive indicators. */
const redrawn = (becomes: keyof typeof departure): GivenEvent => ({
  type: 'TargetsBrokenDown',
  data: {
    projectId: gardens,
    indicators: ['i1', 'i3'].map((indicatorId) => ({
      indicatorId,
      buffer: false,
      districts: ['东坡区', '彭山区', '天府新区'].map((district) => ({ district, target: null })),
      departures: [departure[becomes]],
    })),
  },
});
const period = (month: number) => `2019-${String(month).padStart(2, '0')}` as Month;

describe('the ledger against the domain', () => {
  const both = async (
    reports: readonly Parameters<typeof givenBy>[0][],
    spoil = false,
    becomes?: keyof typeof departure,
  ) => {
    // a report is submitted before it is verified, as the domain has it
    const given = [
      fourIndicators,
      ...reports.flatMap((made, index) => {
        const of = givenBy(made);
        const { how: _, ...report } = of.data as Record<string, unknown>;
        return [
          ...(becomes && index === 5 ? [redrawn(becomes)] : []),
          {
            type: 'ReportSubmitted' as const,
            data: { ...report, progress: '进', evidence: [], author: 'a', submittedOn: '2019-03-25' },
          },
          of,
        ];
      }),
    ];
    const { verified: matrix } = await rowAfter(ledgers, ...given);
    const state = logOf(given).reduce(
      (before, stored) => deciders.delivery.evolve(before, decoded(stored).event as DeliveryEvent),
      deciders.delivery.initialState,
    );
    const months = Array.from({ length: 12 }, (_, index) => index + 1);
    const ours = months.map((month) => figuresOf(matrix, month));
    if (spoil) (matrix.values['i1' as never]?.[''] as (string | null)[] | undefined)?.fill('77');
    return [
      spoil ? months.map((month) => figuresOf(matrix, month)) : ours,
      months.map((month) => figuresAt(state as never, period(month))),
    ];
  };
  it('holds the figures of every month as the domain computes them, in whatever order they were reported', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aReport, { minLength: 1, maxLength: 14 }), async (reports) => {
        const [ours, theirs] = await both(reports);
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 150, seed: 2019 },
    );
  });
  it('holds them also after a table that leaves a district out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aReport, { minLength: 6, maxLength: 9 }),
        fc.constantFrom('renamed' as const, 'merged' as const, 'split' as const, 'withdrawn' as const),
        async (reports, becomes) => {
          const [ours, theirs] = await both(reports, false, becomes);
          expect(ours).toEqual(theirs);
        },
      ),
      { numRuns: 200, seed: 2019 },
    );
  });
  it('would be found out by that test', async () => {
    const [ours, theirs] = await both(
      [{ month: 3, ofHealth: false, reportLines: [{ indicator: 'i1', district: undefined, value: 3, works: null }] }],
      true,
    );
    expect(ours).not.toEqual(theirs);
  });
});
