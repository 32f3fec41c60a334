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

/** A name by what a reader sees of it: names are one where they differ in width or in invisible characters only. */
export const asRead = (name: string): string => name.normalize('NFKC').replace(/\p{Cf}/gu, '');

/** The places where a value of this schema may hold names; a star stands for each item of an array. */
export const placesOfNames = (schema: z.ZodType): readonly string[] => [
  ...new Set(places.of(schema).map(({ pointer }) => pointer)),
];
