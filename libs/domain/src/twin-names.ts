import { asRead } from '@minsheng/contracts';
import { Refusal } from './decider';

export type NameRefusal = 'NAME_DIFFERS_BY_WIDTH';

/** A known name that reads the same and is written otherwise (ＡＢ区, AB区); undefined where there is none. */
export const twinOf = (name: string, known: readonly string[]): string | undefined =>
  known.includes(name) ? undefined : known.find((other) => asRead(other) === asRead(name));

/** Names are new, or written as they are known. @throws NAME_DIFFERS_BY_WIDTH naming the twin */
export const assertNoTwins = (names: readonly string[], known: readonly string[]): void => {
  for (const [index, name] of names.entries()) {
    const twin = twinOf(name, [...known, ...names.slice(0, index)]);
    if (twin !== undefined) throw new Refusal<NameRefusal>('NAME_DIFFERS_BY_WIDTH', { name, twin });
  }
};
