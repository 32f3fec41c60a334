import { scaled, scaleOf } from './amount';
import type { Finding } from './list-file-error';
import { COUNTS_WHOLE_THINGS, isAdditive } from './units';
import type { ListFile, ListIndicator } from './list-shape';

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.filter(isObject) : []);
const looksLikeANumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^\s*[-+]?[\d,]*\.?\d+\s*%?\s*$/.test(value));

const wordsIn = (row: Loose, column: string, pointer: string): Finding[] =>
  looksLikeANumber(row[column])
    ? [
        {
          pointer: `${pointer}/${column}`,
          zh: `应为文字，却是数字「${String(row[column])}」`,
          en: `words expected, found the number "${String(row[column])}"`,
        },
      ]
    : [];
const figureIn = (row: Loose, column: string, pointer: string): Finding[] =>
  typeof row[column] === 'string'
    ? [
        {
          pointer: `${pointer}/${column}`,
          zh: `应为数字，却是文字「${row[column]}」`,
          en: `a number expected, found the text "${row[column]}"`,
        },
      ]
    : [];

/**
 * What gives a shifted row away before anything else is asked of the file: words where figures belong and the other way
 * round.
 */
export const wordsAndFiguresMixedUp = (file: unknown): Finding[] =>
  objects(isObject(file) ? file['items'] : []).flatMap((item, i) => [
    ...wordsIn(item, 'title', `/items/${i}`),
    ...objects(item['indicators']).flatMap((indicator, j) => {
      const at = `/items/${i}/indicators/${j}`;
      return [
        ...['name', 'unit', 'comparator'].flatMap((column) => wordsIn(indicator, column, at)),
        ...['target', 'actual'].flatMap((column) => figureIn(indicator, column, at)),
        ...objects(indicator['by_district']).flatMap((row, k) => [
          ...wordsIn(row, 'district', `${at}/by_district/${k}`),
          ...['target', 'actual'].flatMap((column) => figureIn(row, column, `${at}/by_district/${k}`)),
        ]),
      ];
    }),
  ]);

const partsOfWholeThings = (indicator: ListIndicator, at: string): Finding[] => {
  if (!COUNTS_WHOLE_THINGS.has(indicator.unit ?? '')) return [];
  const rows = [
    { row: indicator as Loose, at },
    ...(indicator.by_district ?? []).map((row, k) => ({ row: row as Loose, at: `${at}/by_district/${k}` })),
  ];
  return rows.flatMap(({ row, at: place }) =>
    ['target', 'actual']
      .filter((column) => typeof row[column] === 'number' && !Number.isInteger(row[column]))
      .map((column) => ({
        pointer: `${place}/${column}`,
        zh: `${row[column]} ${indicator.unit}：不是整数，可能是百分比错了列`,
        en: `${row[column]} is no whole number of ${indicator.unit}: perhaps a percentage from the next column`,
      })),
  );
};

/** A row whose target and actual stand in each other's column: exchanged, they make the totals come out exactly. */
const exchangedRow = (indicator: ListIndicator, at: string): Finding[] => {
  const rows = indicator.by_district ?? [];
  if (!isAdditive(indicator) || rows.length === 0 || indicator.target == null) return [];
  const scale = scaleOf([
    indicator.target,
    indicator.actual,
    ...rows.flatMap(({ target, actual }) => [target, actual]),
  ]);
  const units = (amount: number | null | undefined) => scaled(amount ?? 0, scale);
  const gapOf = (whole: number | null | undefined, parts: readonly (number | null | undefined)[]) =>
    units(whole) - parts.reduce<number>((sum, part) => sum + units(part), 0);
  const [targets, actuals] = [
    gapOf(
      indicator.target,
      rows.map(({ target }) => target),
    ),
    gapOf(
      indicator.actual,
      rows.map(({ actual }) => actual),
    ),
  ];
  const actualsCount = indicator.actual != null && rows.some(({ actual }) => actual != null);
  if (targets === 0 && (!actualsCount || actuals === 0)) return [];
  return rows.flatMap(({ district, target, actual }, k) => {
    const moved = units(actual) - units(target);
    if (moved === 0 || targets !== moved || (actualsCount ? actuals !== -moved : actual == null)) return [];
    return [
      {
        pointer: `${at}/by_district/${k}`,
        zh: `${district}：目标与完成互换后合计才相符`,
        en: `${district}: the totals agree only with target and actual exchanged`,
      },
    ];
  });
};

/** What gives a shifted row away once all figures are figures. */
export const figuresInTheWrongColumn = ({ items }: ListFile): Finding[] =>
  items.flatMap((item, i) =>
    item.indicators.flatMap((indicator, j) => {
      const at = `/items/${i}/indicators/${j}`;
      return [...partsOfWholeThings(indicator, at), ...exchangedRow(indicator, at)];
    }),
  );
