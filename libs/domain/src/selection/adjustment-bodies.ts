import type { BodyKind, Rules } from '@minsheng/contracts';
import type { AnnualList } from './annual-list.state';

type Mode = Exclude<AnnualList, { status: 'unknown' }>['mode'];

/** Who decides on adjustments unless the rules say so: no change without those who decided (handbook domain.md 4.7). */
const bodiesOf: Readonly<Record<Mode, readonly BodyKind[]>> = {
  'deputies vote': ['congress', 'congress standing committee'],
  government: ['government executive meeting'],
};

/** Rules as they are adopted: they name the bodies that may decide on adjustments. */
export const withBodies = (rules: Rules, mode: Mode): Rules => ({
  ...rules,
  adjustmentBodies: rules.adjustmentBodies ?? [...bodiesOf[mode]],
});
