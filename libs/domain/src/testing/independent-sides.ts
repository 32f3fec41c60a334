import type { GoldenCase, GoldenLight, PlainFigure, PlainIndicator, PlainRules } from './golden-case';

/** Figures by place: `i1`, `i1@东坡区`. */
export type Reported = Readonly<Record<string, PlainFigure>>;
type Side = readonly [string, string, number?];

const monthNo = (date: string): number => (Number(date.slice(0, 4)) - 2019) * 12 + Number(date.slice(5, 7));
const inMonth = (date: string | undefined, month: number) => date !== undefined && monthNo(date) <= month;

/** The lights beside the progress light (银川 2025), once more by other means. */
export const independentSides = (
  rules: PlainRules['sideLights'],
  indicators: readonly PlainIndicator[],
  reported: Reported,
  month: number,
  plan: GoldenCase['investment'],
  paid: readonly string[],
): NonNullable<GoldenLight['sides']> => {
  const sides: Record<string, Side> = {};
  const ours = indicators.filter(({ applicable }) => applicable !== false);
  const placesOf = (id: string) =>
    Object.keys(reported)
      .filter((place) => place === id || place.startsWith(`${id}@`))
      .map((place) => reported[place]);
  if (rules.start) {
    const planned = ours.flatMap((indicator) => {
      const starts = [
        ...(indicator.steps ?? []).map(({ due }) => monthNo(due)),
        ...(indicator.steps?.length || indicator.eventKind !== 'started' || !indicator.dueOn
          ? []
          : [monthNo(indicator.dueOn)]),
      ];
      return starts.length > 0 && Math.min(...starts) <= month ? [{ indicator, start: Math.min(...starts) }] : [];
    });
    const begun = ({ id, eventKind }: PlainIndicator) =>
      placesOf(id).some(
        (figure) =>
          inMonth(figure.startedOn, month) ||
          (eventKind === 'started' && figure.startedOn !== undefined) ||
          figure.doneOn !== undefined ||
          Number(figure.value ?? 0) > 0 ||
          Number(figure.worksPercent ?? 0) > 0,
      );
    const longest = Math.max(
      0,
      ...planned.filter(({ indicator }) => !begun(indicator)).map(({ start }) => month - start + 1),
    );
    if (planned.length > 0)
      sides.start =
        longest === 0
          ? ['green', 'as planned']
          : longest >= rules.start.redAfterMonths
            ? ['red', 'not started for months', longest]
            : ['yellow', 'not started', longest];
  }
  if (rules.entry) {
    const { yellowFromMonths, redOverMonths } = rules.entry;
    const begun = ours.flatMap(({ id }) =>
      placesOf(id)
        .filter((figure) => inMonth(figure.startedOn, month))
        .map((figure) => ({
          since: month - monthNo(figure.startedOn!),
          entered: inMonth(figure.enteredOn, month) || inMonth(reported[id]?.enteredOn, month),
        })),
    );
    const longest = Math.max(
      0,
      ...begun.filter(({ entered, since }) => !entered && since >= yellowFromMonths).map(({ since }) => since),
    );
    if (begun.length > 0)
      sides.entry =
        longest === 0
          ? ['green', 'as planned']
          : longest > redOverMonths
            ? ['red', 'not entered for months', longest]
            : ['yellow', 'not entered', longest];
  }
  if (rules.money && plan) {
    const sum = paid.reduce((total, text) => total + Number(text), 0);
    const steps = plan.payments
      .filter(({ due }) => monthNo(due) <= month)
      .sort((a, b) => monthNo(a.due) - monthNo(b.due));
    const due = plan.payments.length > 0 ? Number(steps.at(-1)?.amount ?? 0) : (Number(plan.year) * month) / 12;
    sides.money = sum >= due ? ['green', 'as planned'] : ['red', 'paid below plan'];
  }
  return sides;
};
