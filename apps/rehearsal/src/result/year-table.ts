import { clippedTo, padded, widthOf } from './width';
import type { IndicatorResult, ProjectResult, YearResult } from './year-result';

const STATES: Readonly<Record<string, string>> = {
  candidate: '候选',
  adopted: '已列入',
  'under way': '实施中',
  'completion claimed': '已申报完成',
  'not met': '认定未完成',
  accepted: '已验收',
  evaluating: '评价中',
  scored: '已计分',
  closed: '已销号',
  'carried over': '结转下年',
  split: '已拆分',
  merged: '已并入',
  terminated: '已终止',
  'not applicable': '不适用',
};
const LETTERS: Readonly<Record<string, string>> = {
  blue: '蓝',
  green: '绿',
  grey: '灰',
  yellow: '黄',
  orange: '橙',
  red: '红',
};
const COLOURS: Readonly<Record<string, number>> = { blue: 34, green: 32, grey: 90, yellow: 33, orange: 91, red: 31 };
const HEAD = [
  '序号',
  '项目 / 指标 / 地区',
  '目标',
  '经核实实际',
  '完成率',
  '亮灯 1–12 月',
  '满意度',
  '等次',
  '状态',
] as const;
const RIGHT = new Set([0, 2, 3, 4, 6]);
const NAME_WIDTH = 44;

type Row = readonly string[];

const figure = (value: number | null): string => (value === null ? '—' : String(value));
const percent = (value: number | null): string => (value === null ? '—' : `${value}%`);

const lightsOf = ({ lights }: ProjectResult, colours: boolean): string =>
  lights
    .map(({ colour }) =>
      colours ? `\u001b[${COLOURS[colour] ?? 0}m●${LETTERS[colour] ?? '?'}\u001b[0m` : (LETTERS[colour] ?? '?'),
    )
    .join('');

const rowsOfIndicator = ({
  name,
  unit,
  comparator,
  target,
  actual,
  doneOn,
  percent: reached,
  met,
  byDistrict,
}: IndicatorResult): Row[] => [
  [
    '',
    `  ${name}（${unit}）`,
    comparator === 'event' ? '事项' : target === null ? '未列明' : `${comparator === '<=' ? '≤ ' : '≥ '}${target}`,
    comparator === 'event' ? (doneOn ?? (met === null ? '不适用' : '未完成')) : figure(actual),
    `${percent(reached)}${comparator === '<=' && reached !== null ? '*' : ''}`,
    '',
    '',
    '',
    '',
  ],
  ...byDistrict
    .filter((row) => row.target !== null || row.actual !== null)
    .map((row): Row => [
      '',
      `    · ${row.district}`,
      figure(row.target),
      figure(row.actual),
      percent(row.percent),
      '',
      '',
      '',
      '',
    ]),
];

const rowsOfProject = (project: ProjectResult, colours: boolean): Row[] => [
  [
    String(project.no),
    project.title,
    '',
    '',
    '',
    lightsOf(project, colours),
    figure(project.satisfaction),
    project.grade ?? '—',
    `${STATES[project.state] ?? project.state}${project.outcome === 'not met' ? '（未完成）' : ''}`,
  ],
  ...project.indicators.flatMap(rowsOfIndicator),
];

/** The year as a table: a line per project, beneath it its indicators and districts. Chinese signs take two columns. */
export const tableOf = ({ projects }: Pick<YearResult, 'projects'>, colours: boolean): string => {
  const rows = projects
    .flatMap((project) => rowsOfProject(project, colours))
    .map((row) => row.map((cell, column) => (column === 1 ? clippedTo(cell, NAME_WIDTH) : cell)));
  const widths = HEAD.map((title, column) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column]))));
  const lineOf = (row: Row) =>
    row
      .map((cell, column) => padded(cell, widths[column], RIGHT.has(column)))
      .join('  ')
      .trimEnd();
  const lowerIsBetter = projects.some(({ indicators }) =>
    indicators.some(({ comparator, percent: reached }) => comparator === '<=' && reached !== null),
  );
  return [
    lineOf(HEAD),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...rows.map(lineOf),
    ...(lowerIsBetter ? ['* 越低越好：目标 / 实际 · lower is better: target / actual'] : []),
  ].join('\n');
};
