import type { Meaning } from './meanings';

/** A number that stands in one place only, and why. */
export interface Unique {
  readonly unique: string;
}
export const unique = (why: string): Unique => ({ unique: why });
export type Table = Readonly<Record<string, Meaning | Unique>>;

/** A table of paths below another. */
export const below = (path: string, table: Table): Table =>
  Object.fromEntries(Object.entries(table).map(([rest, meaning]) => [`${path}.${rest}`, meaning]));

/** A number of the project's own, not a figure. */
export const number = unique('a number within the project, not a figure');
export const condition = unique('stands in this answer only; its amounts are compared');
