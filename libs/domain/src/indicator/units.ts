import type { Indicator } from '@minsheng/contracts';

/** Units and scales are fixed text: only figures of one unit are ever held against each other (invariant 38). */
export const sameUnit = (a: Pick<Indicator, 'unit' | 'scale'>, b: Pick<Indicator, 'unit' | 'scale'>): boolean =>
  a.unit === b.unit && (a.scale ?? '1') === (b.scale ?? '1');

/**
 * A part (其中) with the whole that it belongs to, where both concern this place and are counted in one unit (invariant
 * 8).
 */
export const partsWithWholes = (
  indicators: readonly Indicator[],
): readonly { readonly part: Indicator; readonly whole: Indicator }[] =>
  indicators.flatMap((part) => {
    const whole = indicators.find(({ id }) => id === part.partOf);
    return whole && part.applicable && whole.applicable && sameUnit(part, whole) ? [{ part, whole }] : [];
  });
