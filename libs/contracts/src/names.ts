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

/** The names in a value of this schema, found by the schemas of names that it is made of. */
export const namesIn = (schema: z.ZodType, value: unknown, pointer = ''): readonly Name[] => {
  if (value === undefined || value === null) return [];
  const kind = kinds.get(schema);
  if (kind !== undefined) return [{ kind, pointer, name: value as string }];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return namesIn(schema.unwrap() as z.ZodType, value, pointer);
  if (schema instanceof z.ZodArray)
    return (value as readonly unknown[]).flatMap((item, index) =>
      namesIn(schema.element as z.ZodType, item, `${pointer}/${index}`),
    );
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).flatMap(([key, field]) =>
      namesIn(field, (value as Readonly<Record<string, unknown>>)[key], `${pointer}/${key}`),
    );
  if (schema instanceof z.ZodUnion) {
    const option = (schema.options as readonly z.ZodType[]).find((option) => option.safeParse(value).success);
    return option === undefined ? [] : namesIn(option, value, pointer);
  }
  return [];
};

/** The places where a value of this schema may hold names; a star stands for each item of an array. */
export const placesOfNames = (schema: z.ZodType, pointer = ''): readonly string[] => {
  if (kinds.has(schema)) return [pointer];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return placesOfNames(schema.unwrap() as z.ZodType, pointer);
  if (schema instanceof z.ZodArray) return placesOfNames(schema.element as z.ZodType, `${pointer}/*`);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).flatMap(([key, field]) =>
      placesOfNames(field, `${pointer}/${key}`),
    );
  if (schema instanceof z.ZodUnion)
    return [...new Set((schema.options as readonly z.ZodType[]).flatMap((option) => placesOfNames(option, pointer)))];
  return [];
};
