/**
 * JSON with sorted keys and no white space, so that equal data has equal bytes (the idea of RFC 8785).
 * Numbers here are safe integers only; quantities travel as decimal strings.
 */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part);
