/**
 * JSON with sorted keys and no white space, so that equal data has equal bytes (the idea of RFC 8785).
 * Numbers here are safe integers only; quantities travel as decimal strings.
 */
export const canonicalJson = (value: unknown): string => textOf(value)!;

/**
 * What JSON.stringify would answer, keys sorted; undefined for what JSON leaves out. Written by hand: it runs twice for
 * every event.
 */
function textOf(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item) ?? 'null').join(',')}]`;
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const text = textOf((value as Readonly<Record<string, unknown>>)[key]);
    if (text !== undefined) members += (members === '' ? '' : ',') + nameOf(key) + text;
  }
  return `{${members}}`;
}

/** Names are few and come again with every event. */
const names = new Map<string, string>();
const MOST_NAMES = 1_000;

function nameOf(key: string): string {
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = `${JSON.stringify(key)}:`;
  if (names.size < MOST_NAMES) names.set(key, name);
  return name;
}
