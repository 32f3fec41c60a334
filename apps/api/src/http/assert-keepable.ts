import { isKeepable } from '@minsheng/event-store';
import { Problem } from './problem';

/**
 * What no database could keep would halt every read model, and no row can be looked for by it.
 * @throws Problem naming the place by JSON pointer
 */
export const assertKeepable = (value: unknown, pointer = ''): void => {
  if (typeof value === 'string' && !isKeepable(value))
    throw new Problem('MALFORMED', {}, [
      { pointer: pointer || '/', detail: '含有无法保存的字符 (a character that cannot be kept)' },
    ]);
  if (value !== null && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) assertKeepable(part, `${pointer}/${key}`);
};
