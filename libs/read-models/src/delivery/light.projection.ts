import {
  changeEvents,
  promiseEvents,
  completionEvents,
  issueEvents,
  lightEvents,
  listOf,
  measureEvents,
  orderEvents,
  overrideEvents,
  periodEvents,
  regionOf,
  reportEvents,
  ruleEvents,
  yearOf,
  type Closing,
  type DeliveryEvent,
  type Light,
  type Month,
  type ProjectId,
} from '@minsheng/contracts';
import { monthsOf } from '@minsheng/domain';
import { except, ignoring, memberOf } from '../event-groups';
import type { EventContext, Projection } from '../projection';
import { LightRow, type LightStep } from './light.entity';

type Row = LightRow | undefined;
const lightId = (projectId: ProjectId, period: Month): string => `${projectId} ${period}`;

/** A month and those after it: a report verified for March may change what every later month shows. */
const since = (projectId: ProjectId, period: Month): readonly string[] =>
  monthsOf(yearOf(projectId))
    .filter((month) => month >= period)
    .map((month) => lightId(projectId, month));
const isLight = memberOf(lightEvents);
const isOverride = memberOf(overrideEvents);
const keysOf = (event: DeliveryEvent): string | readonly string[] | undefined => {
  if (event.type === 'ReportVerified') return since(event.data.projectId, event.data.period);
  if (!isLight(event) && !isOverride(event)) return undefined;
  return lightId(event.data.projectId, 'light' in event.data ? event.data.light.period : event.data.period);
};

const step = ({ position, metadata: { on } }: EventContext, rest: Omit<LightStep, 'position' | 'on'>): LightStep => ({
  position,
  on,
  ...rest,
});
const brief = ({ colour, why }: Light) => ({ colour, why });
/** The row after a step; the colour shown follows from the computed light and the one set by hand. */
const after = (row: Row, step: LightStep, change: Partial<LightRow>): Row => {
  if (!row) return row;
  const next = { ...row, ...change, history: [...row.history, step] };
  return { ...next, shown: next.override?.colour ?? next.now.colour };
};
const closingOf = ({ gap, forced }: Closing): Closing | null =>
  gap || forced ? { ...(gap && { gap }), ...(forced && { forced }) } : null;
const recompute = (
  row: Row,
  light: Light,
  context: EventContext,
  what: LightStep['what'],
  change: Partial<LightRow> = {},
): Row =>
  after(row, step(context, { what, ...brief(light), ...(row?.lateProof && { cause: row.lateProof }) }), {
    now: light,
    ...change,
  });

export const lights: Projection<LightRow, DeliveryEvent, EventContext> = {
  name: 'light',
  entity: LightRow,
  categories: ['delivery'],
  needs: 'metadata',
  keyOf: keysOf,
  createdBy: ['MonthClosed'],
  on: {
    MonthClosed: (_, { projectId, light, ...over }, context) => ({
      lightId: lightId(projectId, light.period),
      projectId,
      listId: listOf(projectId),
      regionCode: regionOf(projectId),
      period: light.period,
      published: light,
      now: light,
      override: null,
      shown: light.colour,
      reopened: false,
      closing: closingOf(over),
      withdrawn: null,
      lateProof: null,
      history: [
        step(context, { what: 'closed', ...brief(light), ...(closingOf(over) && { closing: closingOf(over)! }) }),
      ],
    }),
    ReportVerified: (row, { period, department, version }, { position }) =>
      row && { ...row, lateProof: { period, department, version, position } },
    LightRecomputed: (row, { light }, context) => recompute(row, light, context, 'recomputed'),
    MonthReopened: (row, { reason }, context) =>
      after(row, step(context, { what: 'reopened', reason }), { reopened: true }),
    LightWithdrawn: (row, { reason }, context) =>
      row && {
        ...row,
        shown: null,
        reopened: false,
        lateProof: null,
        withdrawn: { on: context.metadata.on, reason },
        history: [...row.history, step(context, { what: 'withdrawn', reason })],
      },
    // after a withdrawal the month is published anew
    MonthClosedAgain: (row, { light, ...over }, context) =>
      recompute(row, light, context, 'closed again', {
        reopened: false,
        closing: closingOf(over),
        ...(row?.withdrawn && { published: light, withdrawn: null }),
      }),
    LightOverridden: (row, { projectId: _, period: __, ...override }, context) =>
      after(row, step(context, { what: 'overridden', colour: override.colour, reason: override.reason }), {
        override,
      }),
    OverrideEnded: (row, { reason }, context) =>
      after(row, step(context, { what: 'override ended', reason }), { override: null }),
    // the rest of a delivery changes no light by itself
    ...ignoring(promiseEvents, periodEvents, except(reportEvents, 'ReportVerified'), ruleEvents),
    ...ignoring(measureEvents, orderEvents, issueEvents, changeEvents, completionEvents),
  },
};
