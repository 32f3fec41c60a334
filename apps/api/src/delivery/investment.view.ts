import { decimal, ratio } from '@minsheng/domain';
import type { LedgerRow, ProjectRow, ReportMark } from '@minsheng/read-models';

interface Money {
  readonly done: string;
  readonly paid: string;
}

/** The sums of a month: those of the newest verified version that names any. */
const moneyOf = ({ verified, earlier = [] }: ReportMark): Money | undefined =>
  [verified, ...earlier].find((version) => version?.money)?.money;

/** Cumulative money: of each department the newest month that was verified; departments of one project add up. */
const verifiedMoney = (reports: readonly ReportMark[]): Money | undefined => {
  const newest = new Map<string, { readonly period: string; readonly money: Money }>();
  for (const mark of reports) {
    const money = moneyOf(mark);
    if (money && mark.period > (newest.get(mark.department)?.period ?? ''))
      newest.set(mark.department, { period: mark.period, money });
  }
  const all = [...newest.values()].map(({ money }) => money);
  return all.length === 0
    ? undefined
    : { done: decimal.sum(all.map(({ done }) => done)), paid: decimal.sum(all.map(({ paid }) => paid)) };
};

const shareOf = (part: string, whole: string | undefined): string | null =>
  whole === undefined || decimal.isZero(whole) ? null : ratio.printed(ratio.percentage(part, whole));

/**
 * What was planned, came to be built and was paid, of each project and in all, and works progress (形象进度) beside them:
 * it is never part of any percentage.
 */
export const investmentView = (
  projects: readonly Pick<ProjectRow, 'projectId' | 'no' | 'title' | 'investment'>[],
  ledgers: readonly Pick<LedgerRow, 'projectId' | 'reports' | 'standing'>[],
) => {
  const lines = projects.map(({ projectId, no, title, investment }) => {
    const ledger = ledgers.find((ledger) => ledger.projectId === projectId);
    const money = verifiedMoney(Object.values(ledger?.reports ?? {}));
    return {
      projectId,
      no,
      title,
      planned: investment && { total: investment.total ?? null, year: investment.year, payments: investment.payments },
      bySource: (investment?.bySource ?? []).map(({ source, amount }) => ({
        source,
        amount,
        share: shareOf(amount, investment?.year),
      })),
      done: money?.done ?? null,
      paid: money?.paid ?? null,
      donePercent: money ? shareOf(money.done, investment?.year) : null,
      paidPercent: money ? shareOf(money.paid, investment?.year) : null,
      worksProgress: (ledger?.standing ?? [])
        .filter(({ worksPercent }) => worksPercent !== null)
        .map(({ id, name, worksPercent }) => ({ indicatorId: id, name, worksPercent })),
    };
  });
  const sum = (amounts: readonly (string | null | undefined)[]): string =>
    decimal.sum(amounts.filter((amount) => amount != null));
  const year = sum(lines.map(({ planned }) => planned?.year));
  const sources = [...new Set(lines.flatMap(({ bySource }) => bySource.map(({ source }) => source)))];
  const [done, paid] = [
    sum(lines.map((reportLine) => reportLine.done)),
    sum(lines.map((reportLine) => reportLine.paid)),
  ];
  const bySource = sources.map((source) => {
    const amount = sum(
      lines.flatMap((reportLine) =>
        reportLine.bySource.filter((part) => part.source === source).map((part) => part.amount),
      ),
    );
    return { source, amount, share: shareOf(amount, year) };
  });
  return {
    total: { planned: year, done, paid, donePercent: shareOf(done, year), paidPercent: shareOf(paid, year), bySource },
    projects: lines,
  };
};
