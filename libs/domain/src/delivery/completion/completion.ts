import type { IndicatorId, Month, Rules } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import { stageGoalOf } from '../../indicator/kinds';
import { leadsOf } from '../../indicator/leads';
import { monthOf } from '../../indicator/month';
import { hasUndecided } from '../change/adjustments';
import type { CompletionState, StartedDelivery } from '../delivery.state';
import type { DecideRows, EvolveRows } from '../delivery.tables';
import { indicatorsInWords, unmetIndicators } from '../lights/compute-light';
import { assertLead, isLead } from '../promise/assert-lead';
import { rulesFor } from '../promise/rule-sets';
import { assertUnderWay } from '../promise/status';
import { isOpenOrder } from '../supervision/orders';

const notInspected = { levelsPassed: [], inspectors: [] } as const;
export const underWay: CompletionState = { status: 'under way', pauses: [], ...notInspected };

export type CompletionRefusal =
  | 'NOTHING_VERIFIED_SINCE'
  | 'INDICATORS_NOT_MET'
  | 'INDICATORS_UNPROVEN'
  | 'EXCEPTIONS_NOT_TAKEN'
  | 'ALL_INDICATORS_MET'
  | 'COMPLETION_NOT_CLAIMED'
  | 'REPORTS_UNCHECKED'
  | 'ACCEPTANCE_LEVEL_OUT_OF_TURN'
  | 'INSPECTOR_IS_THE_LEAD'
  | 'INSPECTOR_INSPECTED_BEFORE'
  | 'NOT_ACCEPTED'
  | 'NOT_SCORED'
  | 'RECTIFICATIONS_OPEN'
  | 'ORDERS_OPEN'
  | 'ISSUES_OPEN'
  | 'ADJUSTMENTS_UNDECIDED'
  | 'STILL_LISTED';
const refuse = (code: CompletionRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** Another unit than those who delivered (handbook domain.md 4.8). @throws INSPECTOR_IS_THE_LEAD */
const assertFromOutside = (delivery: StartedDelivery, inspector: string): void => {
  if (isLead(delivery, inspector)) refuse('INSPECTOR_IS_THE_LEAD', { inspector });
};

/** The level that is due now, and whether it is the last (县级自验、市级复核、省级验收). @throws ACCEPTANCE_LEVEL_OUT_OF_TURN */
const levelDue = (
  { levelsPassed }: StartedDelivery,
  rules: Rules,
  wanted: string | undefined,
): { readonly level: string; readonly isLast: boolean } => {
  const due = rules.acceptanceLevels.filter((acceptanceLevel) => !levelsPassed.includes(acceptanceLevel));
  // rules amended to levels that have all passed: the highest says the word
  const level = due[0] ?? rules.acceptanceLevels[rules.acceptanceLevels.length - 1];
  return wanted === undefined || wanted === level
    ? { level, isLast: due.length <= 1 }
    : refuse('ACCEPTANCE_LEVEL_OUT_OF_TURN', { level: wanted, due: level });
};

/** Figures that nobody has checked may yet tell otherwise. @throws REPORTS_UNCHECKED */
const assertNothingWaits = ({ reports }: StartedDelivery): void => {
  const waiting = Object.values(reports).filter(({ status }) => status === 'submitted');
  if (waiting.length > 0)
    refuse('REPORTS_UNCHECKED', {
      reports: waiting.map(({ department, period }) => `${department} ${period}`).join('、'),
    });
};

/** @throws INDICATORS_NOT_MET */
const assertMet = (delivery: StartedDelivery, until: Month): void => {
  const unmet = unmetIndicators(delivery, until);
  if (unmet.length > 0) refuse('INDICATORS_NOT_MET', { indicators: unmet.join(', ') });
};

/**
 * Promises in words without a proof: no stage goal of the year, and no verified report on them that came with evidence.
 */
const unprovenIndicators = (delivery: StartedDelivery, until: Month): readonly IndicatorId[] => {
  const inWords = indicatorsInWords(delivery, until);
  const withGoal = delivery.commitment.indicators.filter((indicator) => stageGoalOf(indicator, delivery.year));
  const proven = Object.values(delivery.reports)
    .filter((report) => report.proven && report.period <= until)
    .flatMap(({ verified = [] }) => verified.filter(({ unchanged, noFigure }) => !unchanged && noFigure === undefined))
    .map(({ indicatorId }) => indicatorId);
  return inWords.filter((id) => !proven.includes(id) && !withGoal.some((indicator) => indicator.id === id));
};

/** Nothing that presses a project on or asks for change is left behind when it is filed. */
const assertNothingOpen = (delivery: StartedDelivery): void => {
  if (delivery.orders.some(isOpenOrder)) refuse('ORDERS_OPEN');
  if (delivery.issues.some(({ status }) => status !== 'resolved')) refuse('ISSUES_OPEN');
  if (hasUndecided(delivery)) refuse('ADJUSTMENTS_UNDECIDED');
  if (delivery.listed.length > 0)
    refuse('STILL_LISTED', { departments: delivery.listed.map(({ department }) => department).join('、') });
};

export const decideCompletion = {
  ClaimCompletion: (delivery, data, { id: projectId, by, today }) => {
    const department = assertLead(assertUnderWay(delivery), by.organisation);
    const until = monthOf(today);
    const { inWords = [], exceptions } = data;
    if (exceptions && rulesFor(delivery, until).rules.completionAsks === 'every district')
      return refuse('EXCEPTIONS_NOT_TAKEN', { districts: exceptions.map(({ district }) => district).join('、') });
    if (delivery.refuted) return refuse('NOTHING_VERIFIED_SINCE');
    assertMet({ ...delivery, exceptions }, until);
    const unproven = unprovenIndicators(delivery, until).filter(
      (id) => !inWords.some(({ indicatorId }) => indicatorId === id),
    );
    if (unproven.length > 0) return refuse('INDICATORS_UNPROVEN', { indicators: unproven.join(', ') });
    return [{ type: 'CompletionClaimed', data: { projectId, department, endedOn: today, ...data } }];
  },
  RecordNotMet: (delivery, data, { id: projectId, today }) => {
    const until = monthOf(today);
    const lacking = [...unmetIndicators(assertUnderWay(delivery), until), ...unprovenIndicators(delivery, until)];
    if (lacking.length === 0) return refuse('ALL_INDICATORS_MET');
    return [{ type: 'NotMetRecorded', data: { projectId, endedOn: today, ...data } }];
  },
  InspectProject: (delivery, inspection, { id: projectId, today }) => {
    if (delivery.status !== 'completion claimed' && delivery.status !== 'not met')
      return refuse('COMPLETION_NOT_CLAIMED');
    const { rulesVersion, rules } = rulesFor(delivery, monthOf(today));
    const { level, isLast } = levelDue(delivery, rules, inspection.level);
    const { inspector } = inspection;
    assertFromOutside(delivery, inspector);
    if (delivery.inspectors.includes(inspector)) return refuse('INSPECTOR_INSPECTED_BEFORE', { inspector });
    const data = { projectId, ...inspection, level };
    if (inspection.items.some(({ passed }) => !passed)) return [{ type: 'AcceptanceFailed', data }];
    // What was claimed may have been corrected since, or is about to be.
    if (delivery.status === 'completion claimed') {
      assertMet(delivery, monthOf(today));
      assertNothingWaits(delivery);
    }
    if (!isLast) return [{ type: 'AcceptanceLevelPassed', data }];
    return [
      {
        type: 'AcceptancePassed',
        data: { ...data, acceptedOn: today, rulesVersion, rules, leads: leadsOf(delivery.commitment.indicators) },
      },
    ];
  },
  // Invariant 37: the outcome and the acceptance record with its evidence are in the log before a project is
  // `accepted`.
  CloseEvaluatedProject: (delivery, { scored, openRectifications, ...closing }, { id: projectId }) => {
    if (delivery.status !== 'accepted') return refuse('NOT_ACCEPTED');
    if (!scored) return refuse('NOT_SCORED');
    if (openRectifications > 0) return refuse('RECTIFICATIONS_OPEN', { open: openRectifications });
    assertNothingOpen(delivery);
    return [{ type: 'ProjectClosed', data: { projectId, outcome: delivery.outcome!, ...closing } }];
  },
  // 翌年回头看 (江门2021): a scheme had passed acceptance and never gave water (宣威2019). Opening again is an event, not an
  // edit.
  LookBack: (delivery, { holds, ...data }, { id: projectId, today }) => {
    if (delivery.status !== 'accepted' && delivery.status !== 'closed') return refuse('NOT_ACCEPTED');
    assertFromOutside(delivery, data.inspector);
    return [
      holds
        ? { type: 'LookedBack', data: { projectId, ...data } }
        : { type: 'ProjectReopened', data: { projectId, ...data, reopenedOn: today, evaluateAgain: true } },
    ];
  },
} satisfies DecideRows;

/** Under way again, after an end that did not hold. */
const again = (delivery: StartedDelivery): StartedDelivery => ({
  ...delivery,
  status: 'under way',
  outcome: undefined,
  endedIn: undefined,
  acceptedOn: undefined,
  exceptions: undefined,
  ...notInspected,
});

export const evolveCompletion = {
  CompletionClaimed: (delivery, { endedOn, exceptions }) => ({
    ...delivery,
    exceptions,
    status: 'completion claimed',
    endedIn: monthOf(endedOn),
  }),
  NotMetRecorded: (delivery, { endedOn }) => ({
    ...delivery,
    status: 'not met',
    outcome: 'not met',
    endedIn: monthOf(endedOn),
  }),
  AcceptanceLevelPassed: (delivery, { level, inspector }) => ({
    ...delivery,
    levelsPassed: [...delivery.levelsPassed, level],
    inspectors: [...delivery.inspectors, inspector],
  }),
  AcceptancePassed: (delivery, { acceptedOn }) => ({
    ...delivery,
    status: 'accepted',
    outcome: delivery.status === 'not met' ? 'not met' : 'met',
    acceptedOn,
  }),
  AcceptanceFailed: (delivery) =>
    delivery.status === 'completion claimed' ? again(delivery) : { ...delivery, ...notInspected },
  ProjectClosed: (delivery) => ({ ...delivery, status: 'closed' }),
  LookedBack: (delivery) => delivery,
  ProjectReopened: (delivery, { reopenedOn }) => ({
    ...again(delivery),
    refuted: true,
    pauses: delivery.endedIn
      ? [...delivery.pauses, { from: delivery.endedIn, until: monthOf(reopenedOn) }]
      : delivery.pauses,
  }),
} satisfies EvolveRows;
