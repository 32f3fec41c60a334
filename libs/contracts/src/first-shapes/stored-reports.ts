import { z } from 'zod';
import { DepartmentName, DistrictName, IndicatorId, Month, ProjectId } from '../ids';
import { Evidence, On, Quantity, Text, Title } from '../values';

/** Reports of before a line could state that it is unchanged or has no figure. */
const ReportLine = z
  .strictObject({
    indicatorId: IndicatorId,
    district: DistrictName.optional(),
    value: Quantity.optional(),
    doneOn: On.optional(),
    allServed: z.boolean().optional(),
    revisedBase: Quantity.optional(),
    worksPercent: Quantity.refine((percent) => Number(percent) >= 0 && Number(percent) <= 100, '0 to 100').optional(),
    startedOn: On.optional(),
    enteredOn: On.optional(),
    reason: Title.optional(),
  })
  .refine(
    (line) => line.value === undefined || line.doneOn === undefined,
    'a line holds a figure or the day of an event, not both',
  );
const money = z.strictObject({ done: Quantity, paid: Quantity }).optional();
const Report = z.strictObject({
  period: Month,
  lines: z.array(ReportLine).min(1).max(4000),
  progress: Text,
  evidence: z.array(Evidence).max(50),
  problems: Text.optional(),
  nextMonth: Text.optional(),
  money,
});
const version = z.number().int().min(1);
const of = { projectId: ProjectId, department: DepartmentName, version };
const authored = { author: z.string(), submittedOn: On };

export const ReportSubmitted = Report.extend({ ...of, ...authored });
export const ReportCorrected = Report.extend({ reason: Text, ...of, ...authored });
export const ReportVerified = z.strictObject({
  period: Month,
  department: DepartmentName,
  how: z.enum(['documents', 'site visit', 'call-back', 'statistics bureau']),
  lines: z.array(ReportLine),
  note: Text.optional(),
  confirmed: z.boolean().optional(),
  projectId: ProjectId,
  version,
  money,
});
