import { z } from 'zod';
import { DepartmentName, DistrictName } from './ids';
import { Title } from './values';

export type NameKind = 'department' | 'district' | 'title';
const kinds: ReadonlyMap<z.ZodType, NameKind> = new Map<z.ZodType, NameKind>([
  [DepartmentName, 'department'],
  [DistrictName, 'district'],
  [Title, 'title'],
]);

/** A name that people gave, with its place in the value as a JSON pointer. */
export interface Name {
  readonly kind: NameKind;
  readonly pointer: string;
  readonly name: string;
}

type Find = (value: unknown, pointer: string, found: Name[]) => void;
const finders = new Map<z.ZodType, Find | undefined>();

/** What finds the names in values of a schema; undefined where there are none to find. */
const finderOf = (schema: z.ZodType): Find | undefined => {
  if (!finders.has(schema)) finders.set(schema, newFinder(schema));
  return finders.get(schema);
};
const newFinder = (schema: z.ZodType): Find | undefined => {
  const kind = kinds.get(schema);
  if (kind !== undefined) return (name, pointer, found) => found.push({ kind, pointer, name: name as string });
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return finderOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return finderOf(schema.in as z.ZodType);
  if (schema instanceof z.ZodArray) {
    const inItem = finderOf(schema.element as z.ZodType);
    return (
      inItem &&
      ((items, pointer, found) =>
        (items as readonly unknown[]).forEach((item, index) => inItem(item, `${pointer}/${index}`, found)))
    );
  }
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).flatMap(([key, field]) => {
      const find = finderOf(field);
      return find ? [[key, find] as const] : [];
    });
    if (fields.length === 0) return undefined;
    return (value, pointer, found) => {
      for (const [key, find] of fields) {
        const field = (value as Readonly<Record<string, unknown>>)[key];
        if (field !== undefined && field !== null) find(field, `${pointer}/${key}`, found);
      }
    };
  }
  if (schema instanceof z.ZodUnion) {
    const options = schema.options as readonly z.ZodType[];
    if (options.every((option) => finderOf(option) === undefined)) return undefined;
    return (value, pointer, found) => {
      const option = options.find((candidate) => candidate.safeParse(value).success);
      if (option) finderOf(option)?.(value, pointer, found);
    };
  }
  return undefined;
};

/** The names in a value of this schema, found by the schemas of names that it is made of. */
export const namesIn = (schema: z.ZodType, value: unknown): readonly Name[] => {
  const found: Name[] = [];
  finderOf(schema)?.(value, '', found);
  return found;
};

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
export const placesOfNames = (schema: z.ZodType, pointer = ''): readonly string[] => {
  if (kinds.has(schema)) return [pointer];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return placesOfNames(schema.unwrap() as z.ZodType, pointer);
  if (schema instanceof z.ZodPipe) return placesOfNames(schema.in as z.ZodType, pointer);
  if (schema instanceof z.ZodArray) return placesOfNames(schema.element as z.ZodType, `${pointer}/*`);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).flatMap(([key, field]) =>
      placesOfNames(field, `${pointer}/${key}`),
    );
  if (schema instanceof z.ZodUnion)
    return [...new Set((schema.options as readonly z.ZodType[]).flatMap((option) => placesOfNames(option, pointer)))];
  return [];
};
