/** What is used of a JSON schema, as the description of the API has it. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
}

/** What the patterns of the contracts look like; the first that fits is taken. */
const likely = [
  '511400-2019',
  '511400-2019-gardens001',
  '2019-03',
  '2019-03-28',
  'i1',
  '1',
  '511400',
  'a'.repeat(32),
  'a'.repeat(64),
  '103.1,30.1,103.2,30.2',
];
const textFor = ({ pattern, minLength = 1 }: JsonSchema): string =>
  (pattern && likely.find((text) => new RegExp(pattern).test(text))) || '公园绿地'.padEnd(minLength, '地');

/** A value of a schema with every property, also those that may be left out, and with one element in each list. */
export const sampleOf = (schema: JsonSchema): unknown => {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return sampleOf(first);
  if (schema.prefixItems) return schema.prefixItems.map(sampleOf);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, property]) => [name, sampleOf(property)]),
      );
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sampleOf(schema.items ?? {}));
    case 'number':
    case 'integer':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return textFor(schema);
  }
};

type Path = readonly (string | number)[];
/** Every place in a value, itself included. */
export const placesIn = (value: unknown, at: Path = []): Path[] => [
  at,
  ...(value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, part]) => placesIn(part, [...at, Array.isArray(value) ? Number(key) : key]))
    : []),
];

/** The value in one place. */
export const valueAt = (value: unknown, place: Path): unknown =>
  place.reduce((at, key) => (at as Record<string | number, unknown>)[key], value);

/** A copy with another value in one place. */
export const withValueAt = (value: unknown, [key, ...rest]: Path, other: unknown): unknown => {
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = withValueAt(copy[key], rest, other);
  return copy;
};
