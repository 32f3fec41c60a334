import { daysAfter, monthName, reportingDays } from '../plan/calendar';
import type { PromisedIndicator } from '../plan/indicator';
import { readDossier } from './board';
import { idOf, keyFor, together, type Year } from './year';

const evidence = [{ kind: 'document', caption: '情况说明（演练）' }];

/** A day after the one that was promised: within the year, else half a year on. */
const laterThan = (dueOn: string, year: number): string =>
  dueOn < `${year}-12-25` ? `${year}-12-25` : `${Number(dueOn.slice(0, 4)) + 1}-06-30`;

/** A due date changed by the body that adopted the list: applied for, checked, approved, published (调整). */
const adjust = async (
  year: Year,
  key: string,
  department: string,
  { id: indicatorId, dueOn }: PromisedIndicator,
  month: number,
): Promise<void> => {
  const {
    plan: { calendar, body, year: number, mode },
    api,
    people,
  } = year;
  const path = `projects/${idOf(year.projects, key)}`;
  const from = reportingDays(calendar, month).reported;
  const sent = async (step: string, as: Promise<string>, days: number) => ({
    as: await as,
    on: daysAfter(from, days),
    key: keyFor(year, `${key}-adjustment-${step}`),
  });
  await api.command(
    `${path}/adjustments`,
    {
      changes: [{ kind: 'due date', indicatorId, dueOn: laterThan(dueOn!, number) }],
      reason: '汛期停工二十天，完成时间相应顺延，年度目标不变。',
      evidence,
    },
    await sent('applied', people.department(department), 0),
  );
  await api.command(
    `${path}/adjustment-checks`,
    { adjustment: 1, supported: true, opinion: '情况属实，不影响年度目标。' },
    await sent('checked', people.commission(), 3),
  );
  await api.command(
    `${path}/adjustment-decisions`,
    {
      adjustment: 1,
      approved: true,
      bodyKind: mode === 'government' ? 'government executive meeting' : 'congress standing committee',
      body,
      heldOn: daysAfter(from, 8),
      documentNo: `${mode === 'government' ? '常务纪要' : '人常决'}〔${number}〕9号`,
    },
    await sent('decided', people.recorder(), 8),
  );
  await api.command(
    `${path}/adjustment-notices`,
    { adjustment: 1, noticeNo: `公告〔${number}〕3号` },
    await sent('published', people.commission(), 10),
  );
};

/** A light set by hand until the end of the next month; the computed one stays beside it. */
const override = async (year: Year, key: string, month: number): Promise<void> => {
  const {
    plan: { calendar, year: number },
    api,
    people,
  } = year;
  const on = daysAfter(reportingDays(calendar, month).closed, 1);
  const until = reportingDays(calendar, month + 1).closed;
  const period = monthName(number, month);
  const computed = (await readDossier(year, key)).lights.find(({ now }) => now.period === period)?.now.colour;
  await api.command(
    `projects/${idOf(year.projects, key)}/light-overrides`,
    {
      period,
      colour: computed === 'yellow' ? 'red' : 'yellow',
      decidedBy: '民生实事联席会议办公室',
      reason: '现场抽查发现资料不全，先行警示',
      until,
    },
    { as: await people.commission(), on, key: keyFor(year, `${key}-overridden`) },
  );
};

export const changesOfMonth = (year: Year, month: number): Promise<void> =>
  together(year.plan.projects, async ({ key, commitment, incidents: { adjusted, overridden } }) => {
    const first = commitment.indicators.find(({ applicable }) => applicable)!;
    if (adjusted === month) await adjust(year, key, first.lead, first, month);
    if (overridden === month) await override(year, key, month);
  });
