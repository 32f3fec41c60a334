import {
  type CommandOf,
  DeliveryCommands,
  type DeliveryCommand,
  type DeliveryEvent,
  type DepartmentName,
  type Indicator,
  type Light,
  type Month,
  type ProjectId,
  type ReportLine,
  type Rules,
  eventsByCategory,
} from '@minsheng/contracts';
import {
  commission,
  commitment,
  dongpo,
  housing,
  housingOfficer,
  month,
  pengshan,
  project,
  rules as rulesWith,
} from '../testing/fixtures';
import type { DecisionContext } from '../decider';
import { aggregate } from '../testing/aggregate';
import { specificationOf } from '../testing/specification';
import { deliveryDecider } from './delivery.decider';
import type { StartedDelivery } from './delivery.state';
import { isPublished } from './reports/submission';

export const projectId = project(7);
export const defaults = { id: projectId, by: housingOfficer, today: '2019-12-31' };
export const { given } = specificationOf(deliveryDecider, defaults);

type AskContext = Partial<DecisionContext<ProjectId>>;
type EventOf<T extends DeliveryEvent['type']> = Extract<DeliveryEvent, { type: T }>;

/** `line('i1', '9')` is the whole, `line('i1', '9', { district })` one district's share. */
export const reportLine = (indicatorId: string, value?: string, more: object = {}): ReportLine =>
  DeliveryCommands.ReportLine.parse({ indicatorId, ...(value !== undefined && { value }), ...more });
/** What a department states of the lines of its form that a test does not name. */
export const otherLines = { noFigure: '当月没有统计' };
const narrative = { progress: '已核对台账。', evidence: [], otherLines };

export const submit = (number: number, ...lines: ReportLine[]): CommandOf<'SubmitReport'> => ({
  type: 'SubmitReport',
  data: { period: month(number), lines, ...narrative },
});
export const correct = (number: number, ...lines: ReportLine[]): CommandOf<'CorrectReport'> => ({
  type: 'CorrectReport',
  data: { period: month(number), lines, ...narrative, reason: '迟报补录。' },
});
export const giveBack = (number: number, department: DepartmentName = housing): CommandOf<'ReturnReport'> => ({
  type: 'ReturnReport',
  data: { period: month(number), department, reason: '照片与点位不符。' },
});
export const verify = (
  number: number,
  department: DepartmentName = housing,
  lines?: ReportLine[],
): CommandOf<'VerifyReport'> => ({
  type: 'VerifyReport',
  data: { period: month(number), department, how: 'site visit', ...(lines && { lines }) },
});
/** Closes a month alone: the months before it are named as left open. */
export const close = (number: number): CommandOf<'CloseMonth'> => ({
  type: 'CloseMonth',
  data: {
    period: month(number),
    ...(number > 1 && {
      gap: { months: Array.from({ length: number - 1 }, (_, before) => month(before + 1)), reason: '不在本例之内。' },
    }),
  },
});
/** Closes a month over whatever stands against it. */
export const closeByForce = (number: number): CommandOf<'CloseMonth'> => ({
  type: 'CloseMonth',
  data: { period: month(number), force: { reason: '月度通报等不得。' } },
});
export const breakDown = (indicators: readonly object[]): CommandOf<'BreakDownTargets'> => ({
  type: 'BreakDownTargets',
  data: DeliveryCommands.BreakDownTargets.schema.parse({ indicators }),
});
export const toTwoDistricts = (first: string | null, second: string | null, more: object = {}) =>
  breakDown([
    {
      indicatorId: 'i1',
      districts: [
        { district: dongpo, target: first },
        { district: pengshan, target: second },
      ],
      ...more,
    },
  ]);

const report = (number: number, lines: ReportLine[], version: number) => ({
  projectId,
  period: month(number),
  department: housing,
  version,
  author: housingOfficer.id,
  submittedOn: `${month(number)}-28`,
  lines,
  ...narrative,
});
/** Housing's report and what became of it. */
export const submitted = (number: number, lines: ReportLine[], version = 1): EventOf<'ReportSubmitted'> => ({
  type: 'ReportSubmitted',
  data: report(number, lines, version),
});
export const returned = (number: number, version = 1): EventOf<'ReportReturned'> => ({
  type: 'ReportReturned',
  data: { projectId, version, ...giveBack(number).data },
});
export const verified = (number: number, lines: ReportLine[], version = 1): EventOf<'ReportVerified'> => ({
  type: 'ReportVerified',
  data: { projectId, version, ...verify(number).data, lines },
});

export const startWith = (
  indicators: readonly Indicator[] = [],
  rules: Rules = rulesWith(),
): CommandOf<'StartDelivery'> => ({
  type: 'StartDelivery',
  data: { no: 7, rulesVersion: 1, rules, commitment: commitment(...indicators) },
});
export const started = (indicators: readonly Indicator[] = [], rules?: Rules): EventOf<'DeliveryStarted'> => ({
  type: 'DeliveryStarted',
  data: { projectId, ...startWith(indicators, rules).data },
});
export const brokenDown = (command: CommandOf<'BreakDownTargets'>): EventOf<'TargetsBrokenDown'> => ({
  type: 'TargetsBrokenDown',
  data: { projectId, ...command.data },
});
export const redLight = (number: number): Light => ({
  period: month(number),
  colour: 'red',
  why: 'no verified report',
  rulesVersion: 1,
  rule: rulesWith().lights,
  missing: [housing],
  sides: {},
});
export const monthClosed = (number: number, light: Partial<Light> = {}): EventOf<'MonthClosed'> => ({
  type: 'MonthClosed',
  data: { projectId, light: { ...redLight(number), ...light } },
});

/** A delivery that has begun and goes on, command by command. */
export const startedDelivery = (indicators: readonly Indicator[] = [], rules?: Rules) => {
  const stream = aggregate(deliveryDecider, eventsByCategory.delivery, defaults);
  /** Unless a test says when, the report of a month that was never closed comes in time: on the 28th. */
  const dated = (command: DeliveryCommand, context: AskContext = {}): AskContext =>
    command.type === 'SubmitReport' && !isPublished(stream.state() as StartedDelivery, command.data.period)
      ? { today: `${command.data.period}-28`, ...context }
      : context;
  const ask = (command: DeliveryCommand, context?: AskContext) => stream.ask(command, dated(command, context));
  ask(startWith(indicators, rules));
  const lightOf = (period: Month): Light | undefined => (stream.state() as StartedDelivery).lights[period];
  /** Submitted by housing and verified by the commission. */
  const report = (number: number, ...lines: ReportLine[]) => {
    ask(submit(number, ...lines));
    return ask(verify(number), { by: commission });
  };
  return {
    ...stream,
    ask,
    refusal: (command: DeliveryCommand, context?: AskContext) => stream.refusal(command, dated(command, context)),
    started: () => stream.state() as StartedDelivery,
    report,
    light: (number: number) => lightOf(month(number)),
  };
};
