import { stripVTControlCharacters } from 'node:util';

/** Signs that a terminal draws two columns wide: CJK, full-width forms, their punctuation. */
const WIDE_RANGES = [
  String.raw`\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3`,
  String.raw`\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}`,
];
const WIDE = new RegExp(`[${WIDE_RANGES.join('')}]`, 'u');

/**
 * Columns a text takes in a terminal; colours take none. “ ” ‘ ’ … and ● are drawn narrow outside of Chinese fonts and
 * count as one.
 */
export const widthOf = (text: string): number =>
  [...stripVTControlCharacters(text)].reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0);

export const padded = (text: string, width: number, right = false): string => {
  const blank = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? blank + text : text + blank;
};

/** Breaks between words and between wide signs; a sign that ends a clause never begins a line. */
const PIECE = new RegExp(
  String.raw`(?:[${WIDE_RANGES.join('')}]|[^\s${WIDE_RANGES.join('')}]+)[，。；：、！？）」』》]*|\s+`,
  'gu',
);

/** In lines of at most so many columns, those after the first begun with the indent. */
export const wrapped = (text: string, width: number, indent = ''): string => {
  const lines = [''];
  for (const [piece] of text.matchAll(PIECE)) {
    if (widthOf(lines.at(-1)! + piece.trimEnd()) <= width) lines.push(lines.pop()! + piece);
    else if (piece.trim() !== '') lines.push(indent + piece);
  }
  return lines.map((line) => line.trimEnd()).join('\n');
};

/** At most so many columns, with … where something is left out. */
export const clippedTo = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const sign of text) {
    if (widthOf(kept + sign) > width - 1) break;
    kept += sign;
  }
  return `${kept}…`;
};
