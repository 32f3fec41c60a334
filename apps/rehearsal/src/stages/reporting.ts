import { lastDayOf, monthName, reportingDays } from '../plan/calendar';
import { linesOf, type PlannedLine } from '../plan/lines';
import type { PlannedProject } from '../plan/year-plan';
import { passDay } from './days';
import { idOf, keyFor, together, type Year } from './year';

/** The files print no figure of these lines, and a generator makes up none of them. */
const otherLines = { noFigure: '清单没有这一项的完成数（演练）' };
const evidence = [{ kind: 'photo', caption: '现场照片（演练）' }];

const progressOf = ({ item, leads }: PlannedProject, period: string, department: string): string => {
  const narrative =
    item.indicators.find(({ as_of: asOf, actual_text: words }) => words && asOf?.startsWith(period))?.actual_text ??
    (item.lag_note && period.endsWith('-10') ? item.lag_note : undefined);
  return (
    narrative ?? `${period} ${leads.length > 1 ? `${department}所负责的指标` : '各项指标'}按计划推进，下月继续实施。`
  );
};

/** What one department says of one project in a month. */
interface PlannedReport {
  readonly project: PlannedProject;
  readonly department: string;
  readonly period: string;
  readonly lines: readonly PlannedLine[];
  readonly progress: string;
  readonly step: string;
}

/** The last day of which a month's report tells: the year's last report waits for what is done until its end. */
const reportedBy = ({ plan: { calendar, year } }: Year, month: number): string =>
  month === 12 ? lastDayOf(year, month) : reportingDays(calendar, month).reported;

/** Nobody reports, or checks, what is still to come. */
const notBefore = (day: string, lines: readonly PlannedLine[]): string =>
  lines.reduce((latest, { doneOn = day }) => (doneOn > latest ? doneOn : latest), day);

const plannedReport = (
  year: Year,
  project: PlannedProject,
  department: string,
  month: number,
  ahead = false,
): PlannedReport => {
  const period = monthName(year.plan.year, month);
  const own = project.tracks.filter(({ indicator }) => indicator.lead === department);
  return {
    project,
    department,
    period,
    lines: linesOf(own, reportedBy(year, month), month, ahead),
    progress: progressOf(project, period, department),
    step: `${project.key}-d${project.leads.indexOf(department) + 1}-${period}`,
  };
};

/** Money of the project that shows it: paid evenly, a little behind the works. */
const moneyOf = ({ incidents: { shown } }: PlannedProject, month: number) =>
  shown ? { money: { done: String(month * 100), paid: String(month * 90) } } : {};

/** A department's whole month in one request: every project it leads, all taken or none. */
const submitTogether = async (
  year: Year,
  department: string,
  reports: readonly PlannedReport[],
  month: number,
): Promise<void> => {
  const {
    plan: { calendar, listId, year: number },
    api,
    people,
  } = year;
  const rows = reports.flatMap(({ project, lines }) =>
    lines.map((line) => ({ projectId: idOf(year.projects, project.key), ...line })),
  );
  const projects = reports.map(({ project, progress }) => ({
    projectId: idOf(year.projects, project.key),
    progress,
    evidence,
    otherLines,
    ...moneyOf(project, month),
  }));
  const key = keyFor(year, `${reports[0].step}-reported`);
  await api.command(
    `lists/${listId}/monthly-reports`,
    { period: monthName(number, month), rows, projects },
    { as: await people.department(department), on: notBefore(reportingDays(calendar, month).reported, rows), key },
  );
};

const verify = async (
  year: Year,
  { project, department, period, step, lines }: PlannedReport,
  month: number,
  checked: object = {},
): Promise<void> => {
  const {
    plan: { calendar },
    api,
    people,
  } = year;
  const path = `projects/${idOf(year.projects, project.key)}`;
  const on = notBefore(reportingDays(calendar, month).verified, lines);
  const how = 'lines' in checked ? 'site visit' : month % 3 === 0 ? 'statistics bureau' : 'documents';
  // Figures far over their target are printed in real lists (961.7 percent): whoever verifies says that they were
  // looked at.
  await api.command(
    `${path}/report-verifications`,
    { period, department, how, confirmed: true, ...checked },
    { as: await people.commission(), on, key: keyFor(year, `${step}-verified`) },
  );
  if (project.incidents.shown && month % 3 === 0)
    await api.command(
      `${path}/report-certifications`,
      { period, department, certificateNo: `统认〔${period}〕` },
      { as: await people.statistics(), on, key: keyFor(year, `${step}-certified`) },
    );
};

/**
 * What was sent back for a better photo comes again; what claimed next month's figures is verified as it was found on
 * site.
 */
const returnedOrOverclaimed = async (year: Year, report: PlannedReport, month: number): Promise<object> => {
  const {
    plan: { calendar },
    api,
    people,
  } = year;
  const {
    project: { key, leads, incidents },
    department,
    period,
    lines,
    progress,
    step,
  } = report;
  if (department !== leads[0]) return {};
  const days = reportingDays(calendar, month);
  const path = `projects/${idOf(year.projects, key)}`;
  if (incidents.returned === month) {
    await api.command(
      `${path}/report-returns`,
      { period, department, reason: '照片没有拍摄地点，请补充后重报' },
      { as: await people.commission(), on: days.returned, key: keyFor(year, `${step}-returned`) },
    );
    await api.command(
      `${path}/reports`,
      { period, lines, otherLines, progress: `${progress}（已补充照片地点）`, evidence },
      { as: await people.department(department), on: days.resubmitted, key: keyFor(year, `${step}-resubmitted`) },
    );
  }
  return incidents.overclaimed === month
    ? {
        lines: plannedReport(year, report.project, department, month).lines,
        note: '把下月才完工的也算了进来，按现场核实数认定',
      }
    : {};
};

/** The report that was missing in its month comes later, as a correction: that month turns yellow, never green. */
const catchUp = async (year: Year, project: PlannedProject, month: number): Promise<void> => {
  const {
    plan: { calendar },
    api,
    people,
  } = year;
  const [department] = project.leads;
  const path = `projects/${idOf(year.projects, project.key)}`;
  const on = reportingDays(calendar, month + 1).corrected;
  const { period, lines, step } = plannedReport(year, project, department, month);
  await api.command(
    `${path}/report-corrections`,
    { period, lines, otherLines, progress: `${period} 补报。`, evidence, reason: '经办人调离，当月漏报' },
    { as: await people.department(department), on, key: keyFor(year, `${step}-corrected`) },
  );
  await api.command(
    `${path}/report-verifications`,
    { period, department, how: 'documents', confirmed: true },
    { as: await people.commission(), on, key: keyFor(year, `${step}-verified`) },
  );
};

const isMissing = ({ incidents, leads }: PlannedProject, department: string, month: number) =>
  incidents.missed === month && department === leads[0];

/** The month's reports: each department sends all it owes in one request, then every report is checked. */
const reports = async (year: Year, month: number): Promise<void> => {
  const departments = [...new Set(year.plan.projects.flatMap(({ leads }) => leads))];
  await together(departments, async (department) => {
    const reports = year.plan.projects
      .filter((project) => project.leads.includes(department) && !isMissing(project, department, month))
      .map((project) =>
        plannedReport(
          year,
          project,
          department,
          month,
          department === project.leads[0] && project.incidents.overclaimed === month,
        ),
      );
    if (reports.length === 0) return;
    await submitTogether(year, department, reports, month);
    await together(reports, async (report) =>
      verify(year, report, month, await returnedOrOverclaimed(year, report, month)),
    );
  });
};

const closeMonth = async (year: Year, { key, incidents }: PlannedProject, month: number): Promise<void> => {
  const {
    plan: { calendar, year: number },
    api,
    people,
  } = year;
  const path = `projects/${idOf(year.projects, key)}`;
  const period = monthName(number, month);
  const sent = async (step: string) => ({
    as: await people.commission(),
    on: reportingDays(calendar, month).closed,
    key: keyFor(year, `${key}-${period}-${step}`),
  });
  await api.command(`${path}/month-closings`, { period }, await sent('closed'));
  if (incidents.reopened !== month) return;
  await api.command(`${path}/month-reopenings`, { period, reason: '统计部门要求复核一项口径' }, await sent('reopened'));
  await api.command(`${path}/month-closings`, { period }, await sent('closed-again'));
};

/** One month: the clock, what is late, the reports and their check, and the closing that fixes the lights. */
export const reportMonth = async (year: Year, month: number): Promise<void> => {
  const {
    plan: { calendar, projects },
  } = year;
  const days = reportingDays(calendar, month);
  await passDay(year, days.begun);
  await together(
    projects.filter(({ incidents: { missed } }) => missed !== undefined && missed === month - 1),
    (project) => catchUp(year, project, month - 1),
  );
  await passDay(year, days.nearlyDue);
  await reports(year, month);
  await passDay(year, days.closed);
  await together(projects, (project) => closeMonth(year, project, month));
};
