import type { Rules } from '@minsheng/contracts';
import { Refusal } from '../decider';

export type RulesRefusal = 'RATING_POINTS_REVERSED' | 'GRADES_CONTRADICT' | 'LIGHT_LIMITS_CONTRADICT';
const refuse = (code: RulesRefusal, facts: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** The words of deputies' ballots and surveys (handbook domain.md 5.4), from the best to the worst. */
const knownGrades = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'];

/** Better words bring no fewer points: from 非常不满意 to 非常满意 they go up. */
const assertPoints = ({ points }: Rules['satisfaction']): void => {
  if (points.some((point, index) => index > 0 && point < points[index - 1]) || points[0] === points[points.length - 1])
    refuse('RATING_POINTS_REVERSED', { points: points.join(', ') });
};

/** Every score has a grade, each grade a line of its own, and no better word stands below a worse one. */
const assertGrades = ({ grades }: Rules['satisfaction']): void => {
  const names = grades.map(({ grade }) => grade);
  const known = names.map((name) => knownGrades.indexOf(name)).filter((place) => place >= 0);
  const isInOrder = known.every((place, index) => index === 0 || known[index - 1] < place);
  if (new Set(names).size < names.length || !isInOrder || grades[grades.length - 1].from !== 0)
    refuse('GRADES_CONTRADICT', { grades: grades.map(({ grade, from }) => `${grade} ${from}`).join('、') });
};

/** What is red was yellow before. */
const assertLights = ({ lights, sideLights: { entry } }: Rules): void => {
  if (lights.scheme === 'points behind' && lights.yellowFrom > lights.redOver)
    refuse('LIGHT_LIMITS_CONTRADICT', { yellowFrom: lights.yellowFrom, redOver: lights.redOver });
  if (entry && entry.yellowFromMonths > entry.redOverMonths)
    refuse('LIGHT_LIMITS_CONTRADICT', { yellowFrom: entry.yellowFromMonths, redOver: entry.redOverMonths });
};

/** Rules that do not contradict themselves. @throws RulesRefusal */
export const assertRules = (rules: Rules): void => {
  assertPoints(rules.satisfaction);
  assertGrades(rules.satisfaction);
  assertLights(rules);
};
