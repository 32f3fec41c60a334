/**
 * Records whose keys are names that people gave. A name is a value: `constructor` or `__proto__` may be one, so nothing
 * of a prototype may be found under it, and nothing be lost by it.
 */

/** What stands under a name; undefined where nothing does. */
export const at = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;

/** A record that takes any name, with what stood in another. */
export const recordOf = <T>(record?: Readonly<Record<string, T>>): Record<string, T> => ({
  __proto__: null as never,
  ...record,
});
