import { padded } from '@minsheng/rehearsal';
import type { Violations } from '../support/check-invariants';
import { isWithstood, wasPlayed, type Played } from './run-faults';

const HEADS = [
  '故障 fault',
  '轮 rounds',
  '秒 s',
  '已确认 acknowledged',
  '丢 lost',
  '重 doubled',
  '乱 disordered',
  '漏 skipped',
  '读模型 differing',
  '待 set aside',
  '未明 unresolved',
  '对照 control',
  '',
];
const SHOWN = [
  'lost',
  'doubled',
  'disordered',
  'skipped',
  'differing',
  'setAside',
  'unresolved',
] as const satisfies readonly (keyof Violations)[];

const rowOf = ({ fault, rounds, seconds, outcome }: Played): string[] => {
  const begin = [fault.id, String(rounds), seconds.toFixed(1)];
  if (!wasPlayed(outcome))
    return [...begin, ...HEADS.slice(begin.length, -1).map(() => '–'), `未计入 not counted: ${outcome.notPlayed}`];
  const seen = Object.values(outcome.controls);
  return [
    ...begin,
    String(outcome.acknowledged),
    ...SHOWN.map((finding) => String(outcome.violations[finding].length)),
    String(seen.some((value) => value <= 0) ? 0 : seen.reduce((sum, value) => sum + value, 0)),
    isWithstood(outcome) ? '✓' : '✗',
  ];
};

/** A row per fault: every finding must be 0, and every control above 0. */
export const tableOf = (played: readonly Played[]): string => {
  const rows = [HEADS, ...played.map(rowOf)];
  return rows
    .map((row) =>
      row
        .map((cell, column) => padded(cell, HEADS[column] === '' ? 0 : WIDTHS[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
const WIDTHS = [10, 9, 6, 19, 7, 10, 13, 10, 16, 12, 15, 12, 0];

/** Findings and measurements of a fault, one line each; long findings are cut. */
export const detailsOf = ({ outcome }: Played): string[] => {
  if (!wasPlayed(outcome)) return [];
  const found = SHOWN.flatMap((finding) =>
    outcome.violations[finding].slice(0, 5).map((what) => `✗ ${finding}: ${what}`),
  );
  const blind = Object.entries(outcome.controls)
    .filter(([, seen]) => seen <= 0)
    .map(([control]) => `✗ control saw nothing: ${control}`);
  return [
    ...outcome.measured.map((what) => `· ${what}`),
    ...found,
    ...[...new Set(outcome.breaches)].slice(0, 10).map((what) => `✗ ${what}`),
    ...blind,
  ];
};
