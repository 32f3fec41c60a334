import type { YearResult } from '../result/year-result';
import type { BoardProject } from '../stages/board';
import type { Shown } from './meanings';

/** The numbers of the year's printout, as the pages tell them apart. */
export const printoutOf = ({ projects }: YearResult, board: readonly BoardProject[]): readonly Shown[] =>
  projects.flatMap(({ no, indicators, lights, satisfaction, grade }) => {
    const row = board.find((project) => project.no === no);
    if (!row) return [];
    const shown = (meaning: Shown['meaning'], value: unknown, about: Shown['about'] = {}): Shown[] =>
      value === null || value === undefined
        ? []
        : [
            {
              meaning,
              about: { project: row.projectId, ...about },
              value: String(value),
              where: `printout: ${meaning}`,
            },
          ];
    return [
      ...shown('satisfaction', satisfaction),
      ...shown('grade', grade),
      ...lights.flatMap(({ period, colour }) => shown('colour of a light', colour, { period })),
      ...indicators.flatMap((indicator, at) => {
        const about = { indicator: row.indicators[at].id, period: 'now' };
        return [
          ...shown('actual', indicator.actual, about),
          ...shown('percent', indicator.percent, about),
          ...shown('met', indicator.met, about),
          ...indicator.byDistrict.flatMap(({ district, actual, percent }) => [
            ...shown('actual', actual, { ...about, district }),
            ...shown('percent', percent, { ...about, district }),
          ]),
        ];
      }),
    ];
  });
