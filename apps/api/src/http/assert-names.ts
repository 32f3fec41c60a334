import { asRead, invisibleIn, namesIn } from '@minsheng/contracts';
import type { z } from 'zod';
import { Problem, type FieldProblem } from './problem';

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Names in a command are what they look like, and one name is written in one way.
 * @throws Problem naming each by JSON pointer
 */
export const assertNames = (schema: z.ZodType, data: unknown): void => {
  const seen = new Map<string, string>();
  const problems = namesIn(schema, data).flatMap(({ kind, pointer, name }): FieldProblem[] => {
    const invisible = invisibleIn(name);
    if (invisible !== undefined)
      return [
        {
          pointer,
          detail: `名称中有看不见的字符 ${codePoint(invisible)}，请删去 (a character that nobody sees)`,
        },
      ];
    if (kind === 'title') return [];
    const key = `${kind} ${asRead(name)}`;
    const twin = seen.get(key);
    if (twin === undefined) seen.set(key, name);
    return twin === undefined || twin === name
      ? []
      : [{ pointer, detail: `与“${twin}”只是全角半角不同，请写成一样 (differs from ${twin} by width only)` }];
  });
  if (problems.length > 0) throw new Problem('MALFORMED', {}, problems);
};
