import type { z } from 'zod';
import type { Light } from '../delivery/light';
import type { Rules } from '../rules';
import type * as FirstDelivery from './delivery';
import type { LightBeforeGrey } from './stored-lights';
import type { Rules as FirstRules } from './rules';
import type { RulesBeforeDistricts } from './rules-before-districts';

/**
 * Rules of before there were levels of orders, escalation and further lights: what they did then is what they do now.
 */
export const rulesBeforeDistricts = ({
  answerDays,
  ...rest
}: z.output<typeof FirstRules>): z.output<typeof RulesBeforeDistricts> => ({
  ...rest,
  answerDays,
  sideLights: {},
  orderDays: { blue: answerDays, yellow: answerDays, red: answerDays },
  escalation: [],
  remindDaysBefore: 3,
  confirmOver: 300,
  acceptanceLevels: ['验收'],
  evidence: 'asked',
});
/** Data with rules of before a list said whether every district has to be complete: each had to. */
export const withRulesAsToday = <D extends { readonly rules: z.output<typeof RulesBeforeDistricts> }>({
  rules,
  ...rest
}: D): Omit<D, 'rules'> & { rules: Rules } => ({ ...rest, rules: { ...rules, completionAsks: 'every district' } });

/** A light of before there were lights beside it. */
export const lightWithSides = (
  light: z.output<typeof FirstDelivery.MonthClosed>['light'],
): z.output<typeof LightBeforeGrey> => ({
  ...light,
  sides: {},
});

/** Green for want of anything to measure is grey: its reason said so then. */
export const lightAsToday = (light: z.output<typeof LightBeforeGrey>): Light =>
  light.why === 'nothing to measure' && light.colour === 'green' ? { ...light, colour: 'grey' } : light;
