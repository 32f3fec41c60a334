import { formatted, type Figure } from './figure';

const WIDTH = 760;
const ROW = 26;
const LABEL = 330;
const VALUE = 90;
const TOP = 40;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Horizontal bars with labels and values, as an SVG readable in light and dark mode. Bars start at zero. */
export function plotOf(
  title: string,
  figures: readonly Pick<Figure, 'says' | 'value' | 'unit' | 'baseline'>[],
): string {
  const longest = Math.max(...figures.map(({ value }) => (Number.isFinite(value) ? value : 0)), Number.MIN_VALUE);
  const room = WIDTH - LABEL - VALUE;
  const height = TOP + figures.length * ROW + 12;
  const rows = figures.map(({ says, value, unit, baseline }, index) => {
    const middle = TOP + index * ROW + ROW / 2;
    const length = Math.max(0, Number.isFinite(value) ? (value / longest) * room : 0);
    const end = LABEL + length + 8;
    const bar = baseline ? 'baseline' : 'ours';
    return [
      `<text x="${LABEL - 10}" y="${middle + 4}" text-anchor="end">${escaped(says)}</text>`,
      `<rect x="${LABEL}" y="${middle - 8}" width="${length.toFixed(1)}" height="16" rx="2" class="${bar}"/>`,
      `<text x="${end.toFixed(1)}" y="${middle + 4}" class="value">${escaped(formatted(value, unit))}</text>`,
    ].join('\n');
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" ` +
    `height="${height}" role="img" aria-label="${escaped(title)}">
<style>
svg { background: #ffffff; }
text { font: 13px system-ui, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; fill: #1f2328; }
.title { font-weight: 600; font-size: 14px; }
.value { font-variant-numeric: tabular-nums; }
.ours { fill: #1a7f64; }
.baseline { fill: #9aa4af; }
@media (prefers-color-scheme: dark) {
  svg { background: #0d1117; }
  text { fill: #e6edf3; }
  .ours { fill: #3fb68b; }
  .baseline { fill: #6e7681; }
}
</style>
<text x="12" y="24" class="title">${escaped(title)}</text>
${rows.join('\n')}
</svg>
`
  );
}
