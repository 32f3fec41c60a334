import { formatted, formattedBar, verdictOn, type Result } from './figure';

/** Chinese characters are twice as wide in a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce((width, sign) => width + (/[\u2e80-\u9fff\uff00-\uff60]/.test(sign) ? 2 : 1), 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Figure, value, limit, verdict: one line each, under the title of the part. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.flatMap(({ figures }) =>
    figures.map((figure) => [
      figure.says,
      formatted(figure.value, figure.unit),
      formattedBar(figure),
      verdictOn(figure),
    ]),
  );
  const widths = ['figure', 'measured', 'bar', 'verdict'].map((head, column) =>
    Math.max(widthOf(head), ...rows.map((row) => widthOf(row[column]))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => padded(cell, widths[column]))
      .join('  ')
      .trimEnd();
  const blocks = results.map((result) => [
    `\n${result.title}`,
    ...result.figures.map(() => line(rows.shift()!)),
    ...(result.remarks ?? []).map((remark) => `  ! ${remark}`),
  ]);
  return [line(['figure', 'measured', 'bar', 'verdict']), ...blocks.flat()].join('\n');
}
