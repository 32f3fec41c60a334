import { Problem } from '../http/problem';

/** A page of rows in key order and, where there are more, the opaque cursor of the next. */
export interface Page<Row> {
  readonly items: readonly Row[];
  readonly next?: string;
}

/** What a client sends to page on. */
export interface PageQuery {
  readonly cursor?: string;
  readonly limit: number;
}

/**
 * Cuts one page out of rows sorted by key. Rows that arrive meanwhile are neither missed nor repeated. @throws Problem
 */
export const pageOf = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  { cursor, limit }: PageQuery,
): Page<Row> => {
  const after = pageStart(cursor);
  const sorted = [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).filter((row) => keyOf(row) > after);
  const items = sorted.slice(0, limit);
  return {
    items,
    ...(sorted.length > limit && { next: Buffer.from(`k:${keyOf(items[items.length - 1])}`).toString('base64url') }),
  };
};

/** The key after which a page begins; before every key where there is no cursor. @throws Problem */
export const pageStart = (cursor: string | undefined): string => (cursor === undefined ? '' : keyFrom(cursor));

const keyFrom = (cursor: string): string => {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!text.startsWith('k:')) throw new Problem('CURSOR_MALFORMED');
  return text.slice(2);
};
