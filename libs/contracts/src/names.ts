import type { z } from 'zod';
import { DepartmentName, DistrictName } from './ids';
import { SchemaPlaces } from './schema-places';
import { Title } from './values';

export type NameKind = 'department' | 'district' | 'title';
const places = new SchemaPlaces<NameKind>(
  new Map<z.ZodType, NameKind>([
    [DepartmentName, 'department'],
    [DistrictName, 'district'],
    [Title, 'title'],
  ]),
);

/** A name that people gave, with its place in the value as a JSON pointer. */
export interface Name {
  readonly kind: NameKind;
  readonly pointer: string;
  readonly name: string;
}

/** The names in a value of this schema, found by the schemas of names that it is made of. */
export const namesIn = (schema: z.ZodType, value: unknown): readonly Name[] =>
  places.in(schema, value).map(({ kind, pointer, value: name }) => ({ kind, pointer, name: name as string }));

/**
 * Nobody sees these in a name: controls and ends of lines, format characters and whatever else is drawn as nothing
 * (selectors of variants, fillers), the blank of Braille, accents upon a Chinese character, and what is no character.
 */
const INVISIBLE = new RegExp(
  '[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\u2800\\uFFFD]' +
    '|(?<=\\p{Script=Han}\\p{M}*)\\p{M}',
  'gu',
);

/** The first character of a name that nobody sees. */
export const invisibleIn = (name: string): string | undefined => name.match(INVISIBLE)?.[0];

/** A name by what a reader sees of it: names are one where they differ in width or in invisible characters only. */
export const asRead = (name: string): string => name.replace(INVISIBLE, '').normalize('NFKC');

/** The places where a value of this schema may hold names; a star stands for each item of an array. */
export const placesOfNames = (schema: z.ZodType): readonly string[] => [
  ...new Set(places.of(schema).map(({ pointer }) => pointer)),
];
