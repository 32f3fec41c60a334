import { z } from 'zod';

/** What stands in a place that somebody looks for, with that place as a JSON pointer. */
export interface Found<Kind> {
  readonly kind: Kind;
  readonly pointer: string;
  readonly value: unknown;
}

type Find<Kind> = (value: unknown, pointer: string, found: Found<Kind>[]) => void;

const isWrapper = (schema: z.ZodType) =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;

/**
 * The places of a few schemas in all those that are made of them: names, ids. What is looked for is known by the very
 * schema object, so that two schemas of one pattern may mean different things.
 */
export class SchemaPlaces<Kind> {
  private readonly finders = new Map<z.ZodType, Find<Kind> | undefined>();

  constructor(private readonly kinds: ReadonlyMap<z.ZodType, Kind>) {}

  /** What stands in these places of a value of the schema. */
  in(schema: z.ZodType, value: unknown): readonly Found<Kind>[] {
    const found: Found<Kind>[] = [];
    this.finderOf(schema)?.(value, '', found);
    return found;
  }

  /** The places themselves; a star stands for each item of an array. */
  of(schema: z.ZodType, pointer = ''): readonly Omit<Found<Kind>, 'value'>[] {
    const kind = this.kinds.get(schema);
    if (kind !== undefined) return [{ kind, pointer }];
    if (isWrapper(schema)) return this.of(schema.unwrap() as z.ZodType, pointer);
    if (schema instanceof z.ZodPipe) return this.of(schema.in as z.ZodType, pointer);
    if (schema instanceof z.ZodArray) return this.of(schema.element as z.ZodType, `${pointer}/*`);
    if (schema instanceof z.ZodObject)
      return Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).flatMap(([key, field]) =>
        this.of(field, `${pointer}/${key}`),
      );
    if (schema instanceof z.ZodUnion)
      return (schema.options as readonly z.ZodType[]).flatMap((option) => this.of(option, pointer));
    return [];
  }

  /** What finds the places in values of a schema; undefined where there are none to find. */
  private finderOf(schema: z.ZodType): Find<Kind> | undefined {
    if (!this.finders.has(schema)) this.finders.set(schema, this.newFinder(schema));
    return this.finders.get(schema);
  }

  private newFinder(schema: z.ZodType): Find<Kind> | undefined {
    const kind = this.kinds.get(schema);
    if (kind !== undefined) return (value, pointer, found) => found.push({ kind, pointer, value });
    if (isWrapper(schema)) return this.finderOf(schema.unwrap() as z.ZodType);
    if (schema instanceof z.ZodPipe) return this.finderOf(schema.in as z.ZodType);
    if (schema instanceof z.ZodArray) {
      const inItem = this.finderOf(schema.element as z.ZodType);
      return (
        inItem &&
        ((items, pointer, found) =>
          (items as readonly unknown[]).forEach((item, index) => inItem(item, `${pointer}/${index}`, found)))
      );
    }
    if (schema instanceof z.ZodObject) {
      const fields = Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).flatMap(([key, field]) => {
        const find = this.finderOf(field);
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
      if (options.every((option) => this.finderOf(option) === undefined)) return undefined;
      return (value, pointer, found) => {
        const option = options.find((candidate) => candidate.safeParse(value).success);
        if (option) this.finderOf(option)?.(value, pointer, found);
      };
    }
    return undefined;
  }
}
