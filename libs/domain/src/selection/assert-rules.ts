import type { Rules } from '@minsheng/contracts';
import { Refusal } from '../decider';

export type RulesRefusal = 'RATING_POINTS_REVERSED';

/** Better words bring no fewer points: from 非常不满意 to 非常满意 they go up. @throws RATING_POINTS_REVERSED */
export const assertRules = ({ satisfaction: { points } }: Rules): void => {
  if (points.some((point, index) => index > 0 && point < points[index - 1]) || points[0] === points[points.length - 1])
    throw new Refusal<RulesRefusal>('RATING_POINTS_REVERSED', { points: points.join(', ') });
};
