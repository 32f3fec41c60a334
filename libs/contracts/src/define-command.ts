import type { z } from 'zod';

/** One command: its name and the schema of what it asks (= the HTTP body, where it has one). */
export interface CommandDefinition<Type extends string, Schema extends z.ZodType = z.ZodType> {
  readonly type: Type;
  readonly schema: Schema;
}

export const defineCommand = <Type extends string, Schema extends z.ZodType>(
  type: Type,
  schema: Schema,
): CommandDefinition<Type, Schema> => ({ type, schema });

export type CommandFrom<D> =
  D extends CommandDefinition<infer T, infer Schema>
    ? { readonly type: T; readonly data: Readonly<z.output<Schema>> }
    : never;
