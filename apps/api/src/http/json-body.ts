import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem';

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** @throws Problem for bytes that are no UTF-8: read leniently, they would be stored as U+FFFD */
const textOf = (body: Buffer): string => {
  try {
    return utf8.decode(body);
  } catch {
    throw new Problem('NOT_UTF8');
  }
};

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/** A number as its digits and the power of ten they are taken by: `1.20` and `12e-1` are one. */
const canonical = (text: string): string | undefined => {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  const power = Number(exponent) - fraction.length + digits.length - significant.length;
  return significant === '' ? '0' : `${sign}${significant}e${power}`;
};
/** Whether a number of JSON is still itself as a double. */
const isExact = (number: string): boolean => canonical(number) === canonical(String(Number(number)));

/** Of JSON: strings, with the colon that makes one a key, the ends of objects, and numbers. */
const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}]|-?\d[\d.eE+-]*/g;
/**
 * What would be stored otherwise than it was sent: the first number that a double does not hold, or the first key that
 * an object has twice, of which a parser drops one.
 */
const lossIn = (json: string): Problem | undefined => {
  const open: Set<string>[] = [];
  for (const [token, text, colon] of json.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (text === undefined) {
      if (!isExact(token)) return new Problem('NUMBER_NOT_EXACT', { number: token.slice(0, 40) });
    } else if (colon !== undefined) {
      const key = JSON.parse(text) as string;
      const keys = open[open.length - 1];
      if (keys.has(key)) return new Problem('KEY_TWICE', { key: key.slice(0, 40) });
      keys.add(key);
    }
  }
  return undefined;
};

/** Deepest nesting of a body; the deepest of the API has eight levels. */
const MOST_LEVELS = 32;
const [QUOTE, BACKSLASH, OPENING, CLOSING] = [0x22, 0x5c, [0x5b, 0x7b], [0x5d, 0x7d]];
/** Whether JSON is nested too deep to be parsed without harm: looked for byte by byte, in time linear in its length. */
const isTooDeep = (body: Buffer): boolean => {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at];
    if (inString && byte === BACKSLASH) at += 1;
    else if (byte === QUOTE) inString = !inString;
    else if (inString) continue;
    else if (OPENING.includes(byte)) depth += 1;
    else if (CLOSING.includes(byte)) depth -= 1;
    if (depth > MOST_LEVELS) return true;
  }
  return false;
};

/** Takes JSON in UTF-8 only, whose numbers are the ones that were sent; everything else is as Fastify has it. */
export const takeExactJson = (server: FastifyInstance): void => {
  const parse = server.getDefaultJsonParser('error', 'error') as (
    request: FastifyRequest,
    text: string,
    done: (error: Error | null, body?: unknown) => void,
  ) => void;
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      if (isTooDeep(body as Buffer)) throw new Problem('JSON_TOO_DEEP', { most: MOST_LEVELS });
      const text = textOf(body as Buffer);
      parse(request, text, (error, value) => {
        // only what is JSON: a string that never ends would be looked for again and again
        done(error ?? lossIn(text) ?? null, value);
      });
    } catch (error) {
      done(error as Error);
    }
  });
};
