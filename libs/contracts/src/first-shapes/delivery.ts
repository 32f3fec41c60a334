import { z } from 'zod';
import { DepartmentName, DistrictName, IndicatorId, Month, ProjectId } from '../ids';
import { Evidence, On, Quantity, Text, Title } from '../values';
import { LightRule, Rules } from './rules';
import { Step } from './commitment';

const of = { projectId: ProjectId };
const version = { department: DepartmentName, version: z.number().int().min(1) };
const authored = { ...version, author: z.string(), submittedOn: On };
const ofDepartment = { period: Month, department: DepartmentName };

const ReportLine = z
  .strictObject({
    indicatorId: IndicatorId,
    district: DistrictName.optional(),
    value: Quantity.optional(),
    doneOn: On.optional(),
    worksPercent: Quantity.refine((percent) => Number(percent) >= 0 && Number(percent) <= 100, '0 to 100').optional(),
    reason: Title.optional(),
  })
  .refine(
    (line) => line.value === undefined || line.doneOn === undefined,
    'a line holds a figure or the day of an event, not both',
  );
const Report = z.strictObject({
  period: Month,
  lines: z.array(ReportLine).min(1).max(4000),
  progress: Text,
  evidence: z.array(Evidence).max(50),
});

export const TargetsBrokenDown = z
  .strictObject({
    leaderInCharge: Title.optional(),
    indicators: z
      .array(
        z.strictObject({
          indicatorId: IndicatorId,
          districts: z
            .array(z.strictObject({ district: DistrictName, target: Quantity.nullable() }))
            .max(200)
            .refine((all) => new Set(all.map(({ district }) => district)).size === all.length, 'districts must differ'),
          buffer: z.boolean().default(false),
          steps: z.array(Step).max(24).optional(),
        }),
      )
      .min(1)
      .max(20)
      .refine(
        (all) => new Set(all.map(({ indicatorId }) => indicatorId)).size === all.length,
        'an indicator is broken down once',
      ),
  })
  .extend(of);

export const ReportSubmitted = Report.extend({ ...of, ...authored });
export const ReportCorrected = Report.extend({ reason: Text }).extend({ ...of, ...authored });
export const ReportVerified = z
  .strictObject({
    ...ofDepartment,
    how: z.enum(['documents', 'site visit', 'call-back', 'statistics bureau']),
    lines: z.array(ReportLine).max(4000).optional(),
    note: Text.optional(),
  })
  .extend({ ...of, ...version, lines: z.array(ReportLine) });

const Standing = z.strictObject({
  indicatorId: IndicatorId,
  lead: DepartmentName,
  district: DistrictName.optional(),
  percent: z.string().nullable(),
  line: z.string(),
  behind: z.string(),
  met: z.boolean(),
});
const Light = z.strictObject({
  period: Month,
  colour: z.enum(['green', 'yellow', 'red']),
  why: z.enum([
    'on the line',
    'within tolerance',
    'behind the line',
    'no verified report',
    'caught up later',
    'nothing to measure',
  ]),
  rulesVersion: z.number().int().min(1),
  rule: LightRule,
  missing: z.array(DepartmentName),
  worst: Standing.optional(),
});
export const MonthClosed = z.strictObject({ ...of, light: Light });
export const LightRecomputed = z.strictObject({ ...of, light: Light, before: Light.shape.colour });

export const OrderIssued = z
  .strictObject({ ...ofDepartment, reason: Text, dueOn: On.optional() })
  .extend({ ...of, order: z.number().int(), dueOn: On });

const Inspection = z.strictObject({
  inspector: Title,
  items: z
    .array(z.strictObject({ item: Title, passed: z.boolean(), note: z.string().trim().max(500) }))
    .min(1)
    .max(100),
  evidence: z.array(Evidence).min(1).max(50),
});
export const AcceptancePassed = Inspection.extend({
  ...of,
  acceptedOn: On,
  rulesVersion: z.number().int(),
  rules: Rules,
  leads: z.array(DepartmentName),
});
export const AcceptanceFailed = Inspection.extend(of);

const ofIssue = { issue: z.number().int().min(1) };
export const IssueDecided = z
  .strictObject({ ...ofIssue, meeting: Title, decision: Text, owner: DepartmentName, dueOn: On })
  .extend(of);
export const IssueResolved = z.strictObject({ ...ofIssue, result: Text }).extend(of);

export const CompletionClaimed = z.strictObject({
  statement: Text,
  evidence: z.array(Evidence).min(1).max(50),
  ...of,
  endedOn: On,
  department: DepartmentName,
});
