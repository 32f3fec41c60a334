import { scaled, scaleOf, sumOf, textOf } from './amount';
import type { Finding } from './list-file-error';
import { isAdditive } from './units';
import type { ListFile } from './list-shape';

/** What the system takes: projects of a list, indicators of a project, districts of an indicator (contracts). */
const MOST = { items: 900, indicators: 20, districts: 200 };

export const tooMany = ({ items }: ListFile): Finding[] => {
  const over = (pointer: string, count: number, most: number): Finding[] =>
    count > most ? [{ pointer, zh: `${count} 个，上限 ${most}`, en: `${count} of at most ${most}` }] : [];
  return [
    ...over('/items', items.length, MOST.items),
    ...items.flatMap(({ indicators }, i) => [
      ...over(`/items/${i}/indicators`, indicators.length, MOST.indicators),
      ...indicators.flatMap(({ by_district: rows }, j) =>
        over(`/items/${i}/indicators/${j}/by_district`, rows?.length ?? 0, MOST.districts),
      ),
    ]),
  ];
};

export const districtsTwice = ({ items }: ListFile): Finding[] =>
  items.flatMap((item, i) =>
    item.indicators.flatMap(({ by_district: rows }, j) =>
      (rows ?? []).flatMap(({ district }, k) =>
        (rows ?? []).findIndex((other) => other.district === district) < k
          ? [
              {
                pointer: `/items/${i}/indicators/${j}/by_district/${k}/district`,
                zh: `${district} 出现了两次`,
                en: `${district} stands there twice`,
              },
            ]
          : [],
      ),
    ),
  );

/** Additive indicators whose districts together promise less than the whole (handbook domain.md, invariant 7). */
export const districtSumsBelowTotal = ({ items }: ListFile): Finding[] =>
  items.flatMap((item, i) =>
    item.indicators.flatMap((indicator, j): Finding[] => {
      const targets = (indicator.by_district ?? []).flatMap(({ target }) => (target == null ? [] : [target]));
      if (
        !isAdditive(indicator) ||
        indicator.comparator === 'event' ||
        indicator.target == null ||
        targets.length === 0
      )
        return [];
      const scale = scaleOf([indicator.target, ...targets]);
      const sum = sumOf(targets, scale);
      if (sum >= scaled(indicator.target, scale)) return [];
      const facts = `${indicator.name}: ${textOf(sum, scale)} < ${indicator.target}`;
      return [{ pointer: `/items/${i}/indicators/${j}/by_district`, zh: facts, en: 'sum of the districts < total' }];
    }),
  );

/** A satisfaction ballot, and which of its rows does not add up like the others. */
export const ballotIn = (file: unknown): Finding[] | undefined => {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return undefined;
  const { kind, results, items } = file as Record<string, unknown>;
  if (items !== undefined || (kind !== 'deputies_satisfaction_ballot' && !Array.isArray(results))) return undefined;
  const rows = (Array.isArray(results) ? results : []) as readonly Record<string, unknown>[];
  const sums = rows.map((row) =>
    ['satisfied', 'basically_satisfied', 'dissatisfied'].reduce((sum, grade) => sum + Number(row?.[grade] ?? 0), 0),
  );
  const usual = sums.filter((sum) => sums.filter((other) => other === sum).length * 2 > sums.length)[0];
  return sums.flatMap((sum, i) =>
    usual !== undefined && sum !== usual
      ? [
          {
            pointer: `/results/${i}`,
            zh: `票数合计 ${sum}，其他各项为 ${usual}，疑为误植`,
            en: `the ballots sum to ${sum}, those of the others to ${usual}: a misprint?`,
          },
        ]
      : [],
  );
};
