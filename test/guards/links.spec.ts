import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './run-script';

/** Folders that hold no page of ours. */
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git', '.nx', '.data']);
const mutations = join(root, 'test/mutations');

/** Every Markdown file below a folder. */
const pagesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) || path === mutations ? [] : pagesIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });

/** Relative links of a page to files or folders that do not exist; links inside code are none. */
const brokenLinks = (page: string): string[] =>
  [
    ...readFileSync(page, 'utf8')
      .replace(/^```.*?^```/gms, '')
      .replace(/`[^`]*`/g, (code) => (code.includes('](') ? '' : code))
      .matchAll(/\]\(([^()\s]+)\)/g),
  ]
    .map(([, target]) => target)
    .filter((target) => !/^(?:[a-z]+:|#)/.test(target))
    .filter((target) => !existsSync(join(dirname(page), decodeURIComponent(target.split('#')[0]))));

describe('links between pages', () => {
  it.each(pagesIn(root).map((page) => relative(root, page)))('of %s lead somewhere', (page) =>
    expect(brokenLinks(join(root, page))).toEqual([]),
  );

  it('are named where they lead nowhere', () =>
    expect(brokenLinks(join(mutations, 'links/not-ok.links.md'))).toEqual(['gone.md', '../gone/picture.svg']));
});
