import { z } from 'zod';
import { defineEvent } from '../define-event';
import * as First from '../first-shapes/delivery';
import * as Before from '../first-shapes/stored-reports';
import { LightBeforeGrey } from '../first-shapes/stored-lights';
import { lightAsToday, lightWithSides } from '../first-shapes/read-as-today';
import { DepartmentName, Month, ProjectId } from '../ids';
import { On, provisionalDay } from '../values';
import { Closing } from './closing';
import { ColourOf, Light } from './light';
import * as Commands from './reports.commands';

const of = { projectId: ProjectId };
/** 1-based, per department and month. */
const version = { department: DepartmentName, version: z.number().int().min(1) };
/** Who wrote a report (a pseudonym) and on which day: nobody verifies their own, and lights look at the day. */
const authored = { ...version, author: z.string(), submittedOn: On };
const periodOpened = z.strictObject({ ...of, period: Month, dueOn: On });
const reportDue = z.strictObject({ ...of, period: Month, department: DepartmentName, dueOn: On });

/** What the calendar asks for, and who is late. */
export const periodEvents = [
  defineEvent('PeriodOpened', periodOpened).evolved(periodOpened.extend(provisionalDay), (first) => first),
  defineEvent('ReportReminded', reportDue).evolved(reportDue.extend(provisionalDay), (first) => first),
  defineEvent('ReportOverdue', reportDue).evolved(reportDue.extend(provisionalDay), (first) => first),
] as const;

/** The monthly report of a department, from version to version. */
export const reportEvents = [
  defineEvent('ReportSubmitted', First.ReportSubmitted)
    .evolved(Before.ReportSubmitted, (first) => first)
    .evolved(Commands.SubmitReport.schema.safeExtend({ ...of, ...authored }), (before) => before),
  defineEvent('ReportCorrected', First.ReportCorrected)
    .evolved(Before.ReportCorrected, (first) => first)
    .evolved(Commands.CorrectReport.schema.safeExtend({ ...of, ...authored }), (before) => before),
  defineEvent('ReportReturned', Commands.ReturnReport.schema.extend({ ...of, ...version })),
  defineEvent('ReportVerified', First.ReportVerified)
    .evolved(Before.ReportVerified, (first) => first)
    .evolved(
      Commands.VerifyReport.schema.extend({
        ...of,
        ...version,
        lines: z.array(Commands.ReportLine),
        money: Commands.Money.optional(),
      }),
      (before) => before,
    ),
  defineEvent('ReportCertified', Commands.CertifyReport.schema.extend({ ...of, ...version })),
] as const;

/** The light of a month, as it was published and as later reports change it. */
export const lightEvents = [
  defineEvent('MonthClosed', First.MonthClosed)
    .evolved(z.strictObject({ ...of, light: LightBeforeGrey }), ({ light, ...rest }) => ({
      ...rest,
      light: lightWithSides(light),
    }))
    .evolved(z.strictObject({ ...of, light: Light }), ({ light, ...rest }) => ({
      ...rest,
      light: lightAsToday(light),
    }))
    .evolved(z.strictObject({ ...of, light: Light, ...Closing.shape }), (third) => third),
  defineEvent('LightRecomputed', First.LightRecomputed)
    .evolved(
      z.strictObject({ ...of, light: LightBeforeGrey, before: LightBeforeGrey.shape.colour }),
      ({ light, ...rest }) => ({ ...rest, light: lightWithSides(light) }),
    )
    .evolved(z.strictObject({ ...of, light: Light, before: ColourOf }), ({ light, ...rest }) => ({
      ...rest,
      light: lightAsToday(light),
    })),
  defineEvent('MonthReopened', Commands.ReopenMonth.schema.omit({ withdrawLight: true }).extend(of)),
  /** Published by mistake: the month is decided as if for the first time, and what was published stays readable. */
  defineEvent('LightWithdrawn', Commands.ReopenMonth.schema.omit({ withdrawLight: true }).extend(of)),
  /** Locked again; `light` is what the month shows now, what it was published with stands in its first closing. */
  defineEvent('MonthClosedAgain', z.strictObject({ ...of, light: LightBeforeGrey }))
    .evolved(z.strictObject({ ...of, light: Light }), ({ light, ...rest }) => ({
      ...rest,
      light: lightAsToday(light),
    }))
    .evolved(z.strictObject({ ...of, light: Light, ...Closing.shape }), (second) => second),
] as const;

/** What recurs month by month. */
export const monthlyEvents = [...periodEvents, ...reportEvents, ...lightEvents] as const;
