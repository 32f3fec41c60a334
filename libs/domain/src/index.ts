export * from './decider';
export * from './deciders';
export * from './policy';
export * from './policies';
export * as decimal from './indicator/decimal';
export * as ratio from './indicator/ratio';
export { isYesOrNo, kindOf, stageGoalOf, targetOf } from './indicator/kinds';
export { leadsOf } from './indicator/leads';
export { isMet } from './indicator/met';
export { byDay } from './indicator/figure';
export { at, put } from './records';
export { daysAfter, lastDayOf, monthAt, monthNumber, monthOf, monthsOf, yearOfMonth } from './indicator/month';
export { percentOfRevisedBase, percentOfTarget } from './indicator/percent';
export { scheduleAt } from './indicator/schedule';
export { statusWord, type StatusWord } from './indicator/status-word';
export { WorkingCalendar, type HolidayNotice } from './indicator/working-days';
export { fullNameOf, isNameWithin, placeByCode, placesEdition, placesNamed, type Place } from './places/places';
export { assertNamedRegion, assertRegion, type RegionRefusal } from './register/assert-region';
export type { CalendarRefusal } from './register/calendar.decider';
export { assertOtherNames, type FunctionalZone, type FunctionalZoneRefusal } from './register/functional-zone.decider';
export type { NationalRefusal } from './register/national';
export { assertAnotherMain } from './suggestion/merging';
export { erasableSubmitter, type SuggestionRefusal } from './suggestion/suggestion.decider';
export { decidedProjects, type AnnualListRefusal } from './selection/annual-list.decider';
export { assertCollecting } from './selection/collection';
export {
  assertNotShelved,
  assertNotUnderDecision,
  assertScreened,
  assertTakesCandidates,
  assertCandidatesOpen,
  assertDepartmentsAgree,
} from './selection/what-exists';
export { assertLineage } from './selection/assert-lineage';
export type { CandidateRefusal } from './selection/candidate.decider';
export type { DeliveryRefusal } from './delivery/delivery.decider';
export type { DistrictTarget, StartedDelivery } from './delivery/delivery.state';
export { inherited, inheritances, isRenamed } from './delivery/promise/departures';
export { indicatorsAt } from './delivery/promise/commitment-at';
export { withOwnSteps } from './delivery/promise/breakdown';
export { assertLiaison, assertSeesLiaisons, liaisonsOf } from './delivery/promise/liaison';
export type { DraftLine } from './delivery/reports/draft';
export { hasSummedWhole, placeOf, withLines, WHOLE, type Figures } from './delivery/reports/figures';
export { outstandingReports, type OutstandingReport } from './delivery/reports/outstanding-reports';
export { reportKey } from './delivery/reports/report-key';
export { ReportRefused, type LineProblem } from './delivery/reports/report-problem';
export { figuresAt } from './delivery/reports/verified-figures';
export { isOnSchedule, isWarning } from './delivery/lights/colour';
export { shownColour } from './delivery/lights/compute-light';
export { monthlyFormOf, type FormLine, type MonthlyForm } from './delivery/lights/monthly-form';
export { isKept } from './delivery/lights/standing';
export { isCalledForBy } from './delivery/supervision/escalation';
export { isOpenOrder } from './delivery/supervision/orders';
export { assertWaitsForDecision, issueSettledBy } from './delivery/supervision/issues';
export { assertTakesItems, type Meeting } from './meeting/meeting.decider';
export { assertGoesOn } from './delivery/change/goes-on';
export {
  beforeChanges,
  changedCommitment,
  changedDistricts,
  changedIndicators,
  endingOf,
} from './delivery/change/what-changes';
export { assertSitesBelong, type SitesRefusal } from './sites/sites.decider';
export type { MeetingRefusal } from './meeting/meeting.decider';
export { assertRatable, type EvaluationRefusal } from './evaluation/evaluation.decider';
export { assertNotArchived } from './evaluation/tallies';
