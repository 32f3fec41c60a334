import type { z } from 'zod';

interface Shape {
  readonly schema: z.ZodType;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each link has its own types; `evolved` checks them
  readonly fromPrevious?: (previous: any) => unknown;
}

/** One event: its name, every shape it has ever been stored in, and how each older shape is read today. */
export class EventDefinition<Type extends string, Data> {
  constructor(
    readonly type: Type,
    private readonly shapes: readonly [Shape, ...Shape[]],
  ) {}

  /** Adds the next shape. Shapes are only ever added: stored events never change. */
  evolved<Next>(schema: z.ZodType<Next>, fromPrevious: (previous: Data) => NoInfer<Next>) {
    return new EventDefinition<Type, Next>(this.type, [...this.shapes, { schema, fromPrevious }]);
  }

  get version() {
    return this.shapes.length;
  }

  /** Every shape, oldest first: what the guard over stored shapes looks at. */
  get schemas(): readonly z.ZodType[] {
    return this.shapes.map(({ schema }) => schema);
  }

  /** Checks against the newest shape. @throws ZodError: a bug of the writer, never bad input */
  encode(data: Data) {
    return { type: this.type, version: this.version, data: this.shapes[this.version - 1].schema.parse(data) };
  }

  /**
   * Reads a stored shape and walks the rest of the chain. `known` says that it was decoded before: its shape is not
   * checked again.
   * @throws for a version this build does not know, and for data of another shape
   */
  decode(version: number, stored: unknown, known = false): { readonly type: Type; readonly data: Data } {
    const written = this.shapes[version - 1];
    if (!written) throw new Error(`${this.type} has no version ${version}`);
    let data = known ? stored : written.schema.parse(stored);
    for (let next = version; next < this.shapes.length; next += 1) data = this.shapes[next].fromPrevious!(data);
    return { type: this.type, data: data as Data };
  }
}

export const defineEvent = <Type extends string, Data>(type: Type, schema: z.ZodType<Data>) =>
  new EventDefinition<Type, Data>(type, [{ schema }]);

export type EventFrom<D> =
  D extends EventDefinition<infer T, infer Data> ? { readonly type: T; readonly data: Readonly<Data> } : never;
