import { derivedFrom } from './derived';
import { meanings, type Shown } from './meanings';
import { ofPage } from './of-page';
import { pageNames, type PageName, type Pages } from './pages';
import { leavesOf } from './walk';

export interface NumbersCompared {
  /** Numbers that stand in two places or more. */
  readonly compared: number;
  /** Those that differ: what they are about, and each value with where it stands. */
  readonly different: readonly string[];
  /** Paths of numbers that the table of meanings neither compares nor calls unique. */
  readonly unnamed: readonly string[];
}

const keyOf = ({ meaning, about }: Pick<Shown, 'meaning' | 'about'>): string =>
  [meaning, ...meanings[meaning].map((coordinate) => about[coordinate] ?? '')].join(' · ');

const shownOn = (page: PageName, answer: unknown): { readonly shown: Shown[]; readonly unnamed: string[] } => {
  const table = ofPage[page];
  const leaves = leavesOf(answer, new Set(Object.keys(table)), { period: 'now' });
  return {
    shown: leaves.flatMap(({ path, about, value }) => {
      const meaning = table[path];
      return meaning && typeof meaning === 'string' ? [{ meaning, about, value, where: `${page} ${path}` }] : [];
    }),
    unnamed: leaves.flatMap(({ path }) => (table[path] ? [] : [`${page} ${path}`])),
  };
};

/** Holds every number against all others that mean the same. */
export const compareNumbers = (pages: Pages, printout: readonly Shown[] = []): NumbersCompared => {
  const read = pageNames.flatMap((page) => pages[page].map((answer) => shownOn(page, answer)));
  const groups = new Map<string, Shown[]>();
  for (const shown of [...read.flatMap(({ shown }) => shown), ...derivedFrom(pages), ...printout]) {
    const key = keyOf(shown);
    groups.set(key, [...(groups.get(key) ?? []), shown]);
  }
  const several = [...groups].filter(([, all]) => new Set(all.map(({ where }) => where)).size > 1);
  return {
    compared: several.length,
    different: several
      .filter(([, all]) => new Set(all.map(({ value }) => value)).size > 1)
      .map(([key, all]) => `${key}: ${all.map(({ value, where }) => `${value} (${where})`).join(', ')}`),
    unnamed: [...new Set(read.flatMap(({ unnamed }) => unnamed))].sort(),
  };
};
