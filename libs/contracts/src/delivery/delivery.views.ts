import { z } from 'zod';
import { Commitment, Indicator, LineageLink } from '../commitment';
import { DepartmentName, DistrictName, IndicatorId, ListId, Month, ProjectId } from '../ids';
import { asOf, Figure, notCurrent, StepPublicView } from '../public-view';
import { On } from '../values';
import { Change } from './change.commands';
import { ColourOf as Colour, colours, Light, Override, Standing } from './light';

const ofPlace = {
  target: Figure.nullable(),
  actual: Figure.nullable(),
  percent: Figure.nullable(),
  met: z.boolean().nullable(),
};
/** Where an indicator stands, by verified figures. */
const StandingPublicView = z.object({
  id: IndicatorId,
  name: z.string(),
  unit: z.string(),
  scale: z.string().optional(),
  comparator: z.string(),
  lead: DepartmentName,
  targetThisYear: Figure.nullable(),
  doneOn: On.nullable(),
  worksPercent: Figure.nullable(),
  ...ofPlace,
  byDistrict: z.array(z.object({ district: DistrictName, ...ofPlace })),
});

const ofProject = {
  projectId: ProjectId,
  no: z.number().nullable(),
  title: z.string(),
  domain: z.string(),
  status: z.string(),
  leads: z.array(DepartmentName),
  districts: z.array(DistrictName),
  light: Colour.nullable(),
  satisfaction: Figure.nullable(),
  grade: z.string().nullable(),
  outcome: z.enum(['met', 'not met']).nullable(),
  openOrders: z.number(),
  openIssues: z.number(),
  listed: z.array(DepartmentName),
  /** What a look back found not to hold, until completion is claimed again. */
  refuted: z.string().optional(),
};

const LightOnBoard = z.object({
  period: Month,
  colour: Colour,
  why: Light.shape.why,
  laterChanged: z.boolean(),
  forcedFor: z.string().optional(),
  override: Override.pick({ colour: true, decidedBy: true, until: true }).optional(),
});
/** A line of the board; its lines are made in one go and held against this by a test. */
export const BoardLinePublicView = z.object({
  ...ofProject,
  lights: z.array(LightOnBoard),
  overdueReports: z.number(),
  indicators: z.array(StandingPublicView),
});
export const BoardPublicView = z.object({
  listId: ListId,
  ...asOf,
  ...notCurrent,
  lights: z.record(z.enum(colours), z.number()),
  projects: z.array(BoardLinePublicView),
});

/** A month's light as it was published, what it shows today, and why it differs. */
const LightPublicView = z.object({
  period: Month,
  shown: Colour.nullable(),
  published: Light.pick({ colour: true, why: true }).optional(),
  why: Light.shape.why.optional(),
  worst: Standing.optional(),
  override: Override.pick({ decidedBy: true, reason: true, until: true }).optional(),
  withdrawn: z.object({ on: On, reason: z.string() }).optional(),
  laterChanged: z.boolean().optional(),
});
export const LightsPublicView = z.object({ projectId: ProjectId, ...asOf, lights: z.array(LightPublicView) });

/** The promise in words and figures, as adopted and as adjusted since. */
const IndicatorPublicView = z.object(Indicator.shape);
const Decided = z.object({ body: z.string(), heldOn: On, documentNo: z.string() });
/** The way of a project without the working papers: no report, order, interview, issue, opinion or rater. */
export const DossierPublicView = z.object({
  ...ofProject,
  ...notCurrent,
  listId: ListId,
  leaderInCharge: z.string().nullable(),
  coDepartments: z.array(DepartmentName),
  level: z.string().nullable(),
  span: z.object({ from: z.number(), to: z.number() }).nullable(),
  lineage: z.array(LineageLink),
  original: z.object(Commitment.shape).pick({ title: true, domain: true, indicators: true }).nullable(),
  indicators: z.array(z.object({ ...IndicatorPublicView.shape, ...StandingPublicView.shape })),
  lights: z.array(LightPublicView),
  investment: z.object({ year: Figure, total: Figure.optional() }).nullable(),
  adjustments: z.array(
    z.object({ changes: z.array(Change), decision: Decided.optional(), noticeNo: z.string().optional() }),
  ),
  completion: z.object({ endedOn: On.optional() }).nullable(),
  acceptance: z
    .object({
      level: z.string().optional(),
      passed: z.boolean(),
      inspector: z.string(),
      acceptedOn: On.optional(),
      refutedBy: z.string().optional(),
    })
    .nullable(),
  lookBacks: z.array(z.object({ holds: z.boolean(), inspector: z.string(), findings: z.string() })),
  evaluation: z.object({ round: z.number(), opensOn: On, closesOn: On, closed: z.boolean() }).nullable(),
  archiveNo: z.string().nullable(),
  timeline: z.array(StepPublicView),
});
