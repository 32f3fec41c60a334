/**
 * Records whose keys are names that people gave. A name is a value: `constructor` or `__proto__` may be one, so nothing
 * of a prototype may be found under it, and nothing be lost by it. They are plain objects all the same: copies of one
 * without a prototype take V8 a third longer.
 */

/** What stands under a name; undefined where nothing does. */
export const at = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;

/** Writes under a name, whatever it is. */
export const put = <T>(record: Record<string, T>, name: string, value: T): void => {
  if (name === '__proto__')
    Object.defineProperty(record, name, { value, configurable: true, enumerable: true, writable: true });
  else record[name] = value;
};
