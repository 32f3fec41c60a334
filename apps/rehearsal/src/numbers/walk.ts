/** What a number is about. */
export type Coordinate = 'project' | 'indicator' | 'district' | 'period' | 'department' | 'colour' | 'source';
export type About = Readonly<Partial<Record<Coordinate, string>>>;

/** A number of an answer: where it stands, and what it is about. */
export interface Leaf {
  readonly path: string;
  readonly about: About;
  readonly value: string;
}

const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
/** Words count where a path says what they mean: a colour, a grade. */
const valueOf = (leaf: unknown, isNamed: boolean): string | undefined => {
  if (typeof leaf === 'number' || typeof leaf === 'boolean') return String(leaf);
  return typeof leaf === 'string' && (isNamed || isDecimal(leaf)) ? leaf : undefined;
};

const idFields: Readonly<Record<string, Coordinate>> = {
  projectId: 'project',
  indicatorId: 'indicator',
  district: 'district',
  period: 'period',
  department: 'department',
  colour: 'colour',
  source: 'source',
};

/** What an object is about; `id` is an indicator's below `indicators`. */
const aboutOf = (node: object, path: string): About =>
  Object.fromEntries(
    Object.entries(node).flatMap(([field, value]) => {
      const coordinate = field === 'id' && path.endsWith('indicators[]') ? 'indicator' : idFields[field];
      return coordinate && typeof value === 'string' ? [[coordinate, value]] : [];
    }),
  );

/** By path, what the keys of a dictionary are. */
const dictionariesOf = (paths: ReadonlySet<string>): ReadonlyMap<string, Coordinate> =>
  new Map(
    [...paths].flatMap((path) =>
      [...path.matchAll(/\.?\{(\w+)\}/g)].map(
        ({ 1: name, index }) => [path.slice(0, index), name as Coordinate] as const,
      ),
    ),
  );

/**
 * Every number of an answer. Keys of dictionaries are values: `paths` names them as `{indicator}`, and says so which
 * objects are dictionaries.
 */
export const leavesOf = (answer: unknown, paths: ReadonlySet<string>, start: About = {}): readonly Leaf[] => {
  const dictionaries = dictionariesOf(paths);
  const walk = (node: unknown, path: string, about: About): Leaf[] => {
    const value = valueOf(node, paths.has(path));
    if (value !== undefined) return [{ path, about, value }];
    if (Array.isArray(node)) return node.flatMap((item) => walk(item, `${path}[]`, about));
    if (typeof node !== 'object' || node === null) return [];
    const coordinate = dictionaries.get(path);
    const here = { ...about, ...aboutOf(node, path) };
    return Object.entries(node).flatMap(([key, child]) =>
      coordinate
        ? walk(child, `${path}${path && '.'}{${coordinate}}`, { ...here, [coordinate]: key })
        : walk(child, `${path}${path && '.'}${key}`, here),
    );
  };
  return walk(answer, '', start);
};
