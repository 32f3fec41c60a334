import { investmentView } from './investment.view';

const project = (id: string, investment: object | null) => ({ projectId: id, no: 1, title: id, investment }) as never;
const report = (department: string, period: string, done: string, paid: string) => ({
  department,
  period,
  verified: { version: 1, position: '1', how: 'documents', money: { done, paid } },
});
const ledger = (id: string, reports: readonly object[], standing: readonly object[] = []) =>
  ({
    projectId: id,
    reports: Object.fromEntries(reports.map((report, index) => [String(index), report])),
    standing,
  }) as never;
const plan = (year: string, ...bySource: [string, string][]) => ({
  year,
  payments: [],
  bySource: bySource.map(([source, amount]) => ({ source, amount })),
});

describe('investment', () => {
  it("is planned, done and paid, each for itself, with percentages of the year's plan", () => {
    const {
      projects: [line],
    } = investmentView(
      [project('p1', plan('600', ['own budget', '400'], ['upper level', '200']))],
      [ledger('p1', [report('甲', '2019-03', '300', '150'), report('甲', '2019-02', '200', '100')])],
    );
    expect(line).toMatchObject({
      planned: { total: null, year: '600' },
      done: '300',
      paid: '150',
      donePercent: '50',
      paidPercent: '25',
      bySource: [
        { source: 'own budget', share: '66.7' },
        { source: 'upper level', share: '33.3' },
      ],
    });
  });
  it('adds up departments of a project, each by its newest verified month', () => {
    expect(
      investmentView(
        [project('p1', null)],
        [ledger('p1', [report('甲', '2019-03', '300', '150'), report('乙', '2019-02', '40', '40')])],
      ).projects[0],
    ).toMatchObject({ planned: null, done: '340', paid: '190', donePercent: null });
  });
  it('keeps the sums of a month where a later version of its report names none', () => {
    const [{ verified, ...mark }] = [report('甲', '2019-03', '300', '150')];
    const corrected = { ...mark, verified: { version: 2, position: '2', how: 'documents' }, earlier: [verified] };
    expect(
      investmentView([project('p1', null)], [ledger('p1', [corrected, report('甲', '2019-02', '200', '100')])])
        .projects[0],
    ).toMatchObject({ done: '300', paid: '150' });
  });
  it('does not take a claim for a payment', () => {
    expect(
      investmentView(
        [project('p1', plan('600'))],
        [ledger('p1', [{ department: '甲', period: '2019-03', money: { done: '9', paid: '9' } }])],
      ).projects[0],
    ).toMatchObject({ done: null, paid: null, paidPercent: null });
  });
  it('shows works progress beside the money and never in it', () => {
    const {
      projects: [line],
      total,
    } = investmentView(
      [project('p1', plan('600'))],
      [
        ledger(
          'p1',
          [],
          [
            { id: 'i1', name: '公园', worksPercent: '80' },
            { id: 'i2', name: '路', worksPercent: null },
          ],
        ),
      ],
    );
    expect(line.worksProgress).toEqual([{ indicatorId: 'i1', name: '公园', worksPercent: '80' }]);
    expect(total).toMatchObject({ done: '0', donePercent: '0' });
  });
  it('sums the list, with shares by source', () => {
    const { total } = investmentView(
      [project('p1', plan('600', ['own budget', '600'])), project('p2', plan('200', ['bonds', '200']))],
      [ledger('p1', [report('甲', '2019-03', '300', '200')]), ledger('p2', [report('乙', '2019-03', '100', '200')])],
    );
    expect(total).toEqual({
      planned: '800',
      done: '400',
      paid: '400',
      donePercent: '50',
      paidPercent: '50',
      bySource: [
        { source: 'own budget', amount: '600', share: '75' },
        { source: 'bonds', amount: '200', share: '25' },
      ],
    });
  });
});
