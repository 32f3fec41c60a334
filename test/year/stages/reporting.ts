import { monthName, reportingDays } from '../plan/calendar';
import { linesOf } from '../plan/lines';
import type { PlannedProject } from '../plan/year-plan';
import { idOf, keyFor, together, type Year } from './year';

const evidence = [{ kind: 'photo', caption: '现场照片（演练）' }];

const progressOf = ({ item, leads }: PlannedProject, period: string, department: string): string => {
  const said = item.indicators.find(({ as_of: asOf, actual_text: words }) => words && asOf?.startsWith(period))?.actual_text ?? (item.lag_note && period.endsWith('-10') ? item.lag_note : undefined);
  return said ?? `${period} ${leads.length > 1 ? `${department}所负责的指标` : '各项指标'}按计划推进，下月继续实施。`;
};

/** One department's report for a month, and its check by the commission. */
const report = async (year: Year, project: PlannedProject, department: string, month: number): Promise<void> => {
  const { plan: { calendar, year: number }, api, people } = year;
  const { key, tracks, leads, incidents } = project;
  const [author, commission] = await Promise.all([people.department(department), people.commission()]);
  const path = `projects/${idOf(year.projects, key)}`;
  const period = monthName(number, month);
  const days = reportingDays(calendar, month);
  const isFirst = department === leads[0];
  const own = tracks.filter(({ indicator }) => indicator.lead === department);
  const overclaims = isFirst && incidents.overclaimed === month;
  const lines = linesOf(own, number, month, overclaims);
  const step = `${key}-d${leads.indexOf(department) + 1}-${period}`;
  const body = { period, lines, progress: progressOf(project, period, department), evidence };
  await api.command(`${path}/reports`, body, { as: author, on: days.reported, key: keyFor(year, `${step}-reported`) });
  if (isFirst && incidents.returned === month) {
    await api.command(`${path}/report-returns`, { period, department, reason: '照片没有拍摄地点，请补充后重报' }, { as: commission, on: days.returned, key: keyFor(year, `${step}-returned`) });
    await api.command(`${path}/reports`, { ...body, progress: `${body.progress}（已补充照片地点）` }, { as: author, on: days.resubmitted, key: keyFor(year, `${step}-resubmitted`) });
  }
  const checked = overclaims ? { lines: linesOf(own, number, month), note: '把下月才完工的也算了进来，按现场核实数认定' } : {};
  await api.command(`${path}/report-verifications`, { period, department, how: overclaims ? 'site visit' : month % 3 === 0 ? 'statistics bureau' : 'documents', ...checked }, { as: commission, on: days.verified, key: keyFor(year, `${step}-verified`) });
};

/** The report that was missing in its month comes later, as a correction: that month turns yellow, never green. */
const catchUp = async (year: Year, { key, tracks, leads }: PlannedProject, month: number): Promise<void> => {
  const { plan: { calendar, year: number }, api, people } = year;
  const [department] = leads;
  const [author, commission] = await Promise.all([people.department(department), people.commission()]);
  const path = `projects/${idOf(year.projects, key)}`;
  const period = monthName(number, month);
  const on = reportingDays(calendar, month + 1).corrected;
  const lines = linesOf(tracks.filter(({ indicator }) => indicator.lead === department), number, month);
  const step = `${key}-d1-${period}`;
  await api.command(`${path}/report-corrections`, { period, lines, progress: `${period} 补报。`, evidence, reason: '经办人调离，当月漏报' }, { as: author, on, key: keyFor(year, `${step}-corrected`) });
  await api.command(`${path}/report-verifications`, { period, department, how: 'documents' }, { as: commission, on, key: keyFor(year, `${step}-verified`) });
};

/** The joint conference (联席会议): raised in one month, decided in the next, resolved in the one after. */
const issue = async (year: Year, { key, leads, incidents: { issueRaised } }: PlannedProject, month: number): Promise<void> => {
  if (issueRaised === undefined || month < issueRaised || month > issueRaised + 2) return;
  const { plan: { calendar }, api, people } = year;
  const path = `projects/${idOf(year.projects, key)}`;
  const on = reportingDays(calendar, month).reported;
  const step = keyFor(year, `${key}-issue-${month - issueRaised}`);
  if (month === issueRaised) await api.command(`${path}/issues`, { title: '用地手续办理缓慢', detail: '两处点位的用地手续跨部门，单个部门难以推动，请联席会议协调。' }, { as: await people.department(leads[0]), on, key: step });
  if (month === issueRaised + 1) await api.command(`${path}/issue-decisions`, { issue: 1, meeting: '联席会议第3次会议', decision: '由牵头单位会同自然资源部门集中办理，两周内办结。', owner: leads[0], dueOn: reportingDays(calendar, month).closed }, { as: await people.leader(), on, key: step });
  if (month === issueRaised + 2) await api.command(`${path}/issue-resolutions`, { issue: 1, result: '两处点位手续均已办结。' }, { as: await people.commission(), on, key: step });
};

/** One month of one project: what is late, the reports, the issue, and the closing that fixes the light. */
export const reportMonth = (year: Year, month: number): Promise<void> =>
  together(year.plan.projects, async (project) => {
    const { plan: { calendar, year: number }, api, people } = year;
    const { missed } = project.incidents;
    if (missed !== undefined && missed === month - 1) await catchUp(year, project, missed);
    for (const department of project.leads) {
      if (!(missed === month && department === project.leads[0])) await report(year, project, department, month);
    }
    await issue(year, project, month);
    await api.command(`projects/${idOf(year.projects, project.key)}/month-closings`, { period: monthName(number, month) }, { as: await people.commission(), on: reportingDays(calendar, month).closed, key: keyFor(year, `${project.key}-${monthName(number, month)}-closed`) });
  });
