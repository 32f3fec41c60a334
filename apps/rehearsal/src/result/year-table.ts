import { clippedTo, padded, widthOf, wrapped } from './width';
import type { Gap, IndicatorResult, ProjectResult, YearResult } from './year-result';

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
  '亮灯 1–12 月°',
  '满意度°',
  '等次°',
  '状态',
] as const;
const RIGHT = new Set([0, 2, 3, 4, 6]);
const NAME_WIDTH = 44;

type Row = readonly string[];

/** Marks what the generator made. */
const MARK = '°';
const marked = (text: string, generated: boolean): string => (generated && text !== '—' ? `${text}${MARK}` : text);

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
  generated,
  byDistrict,
}: IndicatorResult): Row[] => [
  [
    '',
    `  ${name}（${unit}）`,
    comparator === 'event' ? '事项' : target === null ? '未列明' : `${comparator === '<=' ? '≤ ' : '≥ '}${target}`,
    comparator === 'event'
      ? marked(doneOn ?? (met === null ? '不适用' : '未完成'), generated && met !== null)
      : marked(figure(actual), generated),
    marked(`${percent(reached)}${comparator === '<=' && reached !== null ? '*' : ''}`, generated),
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
      marked(figure(row.actual), row.generated),
      marked(percent(row.percent), row.generated),
      '',
      '',
      '',
      '',
    ]),
];

/** Gaps shown of a project; `--json` holds all of them. */
const SHOWN = 4;
const gapSays = ({ indicator, district, unit, missing }: Gap): string => {
  const what = `${indicator}${district ? `（${district}）` : ''}`;
  if (missing === null) return `${what}未完成`;
  return missing < 0 ? `${what}超出 ${-missing} ${unit}` : `${what}差 ${missing} ${unit}`;
};

/** Who leads, what is missing at the end, and how that goes with lights that were green on the way. */
const linesBeneath = ({ leads, gaps, outcome, lights }: ProjectResult): string[] => {
  if (leads.length === 0) return [];
  const more = gaps.length > SHOWN ? ` 等 ${gaps.length} 项` : '';
  const gap = gaps.length === 0 ? '无' : `${gaps.slice(0, SHOWN).map(gapSays).join('、')}${more}`;
  const onTheWay = lights.filter(({ colour }) => colour === 'green' || colour === 'blue').length;
  return [
    `牵头 leads：${leads.join('、')}；差距 gap：${gap}`,
    ...(outcome === 'not met' && onTheWay > 0
      ? [
          `绿灯 ${onTheWay} 个月，只说当月达到序时进度；销号按全年目标认定为未完成 · green months: ${onTheWay}, each on the ` +
            `schedule of its month; the year's target was not met`,
        ]
      : []),
  ];
};

const rowsOfProject = (project: ProjectResult, colours: boolean): (Row | string)[] => [
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
  ...linesBeneath(project),
  ...project.indicators.flatMap(rowsOfIndicator),
];

/** The year as a table: a line per project, beneath it its indicators and districts. Chinese signs take two columns. */
export const tableOf = ({ projects }: Pick<YearResult, 'projects'>, colours: boolean): string => {
  const rows = projects
    .flatMap((project) => rowsOfProject(project, colours))
    .map((row) =>
      typeof row === 'string' ? row : row.map((cell, column) => (column === 1 ? clippedTo(cell, NAME_WIDTH) : cell)),
    );
  const cells = rows.filter((row) => typeof row !== 'string');
  const widths = HEAD.map((title, column) => Math.max(widthOf(title), ...cells.map((row) => widthOf(row[column]))));
  const indent = ' '.repeat(widths[0] + 4);
  const whole = widths.reduce((sum, width) => sum + width + 2, -2);
  const lineOf = (row: Row | string) =>
    typeof row === 'string'
      ? wrapped(`${indent}${row}`, whole, indent)
      : row
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
    `${MARK} 由生成器补足，不是来源的数据：各月亮灯、满意度、等次，及带此标记的数 · generated, not from the source`,
    ...(lowerIsBetter ? ['* 越低越好：目标 / 实际 · lower is better: target / actual'] : []),
  ].join('\n');
};
