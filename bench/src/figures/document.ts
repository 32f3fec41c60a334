import { formatted, formattedBar, verdictOn, type Result } from './figure';
import { plotOf } from './plot';

/** A file of the documentation: path below `docs/`, and content. */
export interface DocumentFile {
  readonly path: string;
  readonly text: string;
}

export interface Reported {
  readonly startedAt: string;
  readonly seconds: number;
  readonly machine: string;
  readonly results: readonly Result[];
}

const SIGNS = { ok: 'ok', MISSED: '**missed**', info: '' } as const;

/** docs/benchmarks.md with its plots, from the results of one run and nothing else. */
export function documentOf({ startedAt, seconds, machine, results }: Reported): DocumentFile[] {
  const plots = results.flatMap((result) => plotFor(result));
  const missed = results.flatMap(({ figures }) => figures).filter((figure) => verdictOn(figure) === 'MISSED');
  const text = [
    '# 基准测试 · Benchmarks',
    '',
    'Written by `npm run bench` from its last whole run; edit nothing here. ' +
      'How it measures and why: [decision 0016](decisions/0016-benchmarks.md).',
    '',
    `Run of ${startedAt.slice(0, 10)}, ${Math.round(seconds / 60)} minutes, on: ${machine}.`,
    '',
    'Everything ran on this one machine: the load, Node and PostgreSQL share its cores. ' +
      'So compare the ratios, not the absolute figures. Each figure is the median of its rounds; ' +
      'what is compared took turns within each round; a ratio is the median of the ratios of the rounds.',
    '',
    missed.length === 0 ? 'Every bar is met.' : `Bars missed: ${missed.map(({ says }) => says).join('; ')}.`,
    ...results.flatMap((result) => [
      ...section(result),
      ...plotFor(result).flatMap(({ path }) => ['', `![${result.title}](${path})`]),
    ]),
    '',
  ].join('\n');
  return [{ path: 'benchmarks.md', text }, ...plots];
}

function section({ title, method, figures, remarks = [] }: Result): string[] {
  const rows = figures.map((figure) => {
    const cells = [figure.says, formatted(figure.value, figure.unit), formattedBar(figure), SIGNS[verdictOn(figure)]];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '',
    `## ${title}`,
    '',
    ...method.map((sentence) => `- ${sentence}`),
    ...remarks.map((remark) => `- ${remark}`),
    ...(rows.length > 0 ? ['', '| figure | measured | bar | |', '|---|---|---|---|', ...rows] : []),
  ];
}

const plotFor = ({ part, title, figures, drawn }: Result): DocumentFile[] => {
  const bars = figures.filter(({ unit }) => unit === drawn);
  return bars.length === 0 ? [] : [{ path: `benchmarks/${part}.svg`, text: plotOf(title, bars) }];
};
