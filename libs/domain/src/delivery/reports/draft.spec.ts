import { commission, dongpo, housing, indicator, month, pengshan, transport } from '../../testing/fixtures';
import { reportLine, startedDelivery, submit, toTwoDistricts } from '../delivery.fixtures';
import { draftOf } from './draft';

const draft = (delivery: ReturnType<typeof startedDelivery>, number: number) =>
  draftOf(delivery.started(), housing, month(number));

describe('the draft of a report', () => {
  it('is empty in the first month: a line without a figure, not zero', () =>
    expect(draft(startedDelivery(), 1)).toEqual({
      status: 'not reported',
      lines: [{ indicatorId: 'i1', name: '新建改建公厕', unit: '座', target: '60' }],
    }));
  it('begins with what was verified last', () => {
    const delivery = startedDelivery();
    delivery.report(2, reportLine('i1', '9'));
    expect(draft(delivery, 4)).toMatchObject({ from: '2019-02', lines: [{ value: '9' }] });
  });
  it('begins with the newest month, in whatever order the reports came', () => {
    const delivery = startedDelivery();
    delivery.report(3, reportLine('i1', '12'));
    delivery.report(1, reportLine('i1', '5'));
    delivery.report(2, reportLine('i1', '9'));
    expect(draft(delivery, 4)).toMatchObject({ from: '2019-03', lines: [{ value: '12' }] });
  });
  it('aims at the stage goal of the year where the indicator is due later', () => {
    const later = indicator({
      target: '100',
      dueOn: '2020-12-31',
      stageGoals: [{ year: 2019, goal: '当年', target: '45' }],
    });
    expect(draft(startedDelivery([later]), 1).lines).toMatchObject([{ indicatorId: 'i1', target: '45' }]);
  });
  it('keeps zero as zero', () => {
    const delivery = startedDelivery();
    delivery.report(1, reportLine('i1', '0'));
    expect(draft(delivery, 2).lines).toMatchObject([{ value: '0' }]);
  });
  it('begins with what is claimed where nobody has looked yet, and not with what was given back', () => {
    const delivery = startedDelivery();
    delivery.report(1, reportLine('i1', '3'));
    delivery.ask(submit(2, reportLine('i1', '9')));
    expect(draft(delivery, 3)).toMatchObject({ from: '2019-02', lines: [{ value: '9' }] });
    delivery.ask(
      { type: 'ReturnReport', data: { period: month(2), department: housing, reason: '再核。' } },
      { by: commission },
    );
    expect(draft(delivery, 3)).toMatchObject({ from: '2019-01', lines: [{ value: '3' }] });
  });
  it('has a line for each district, the silent one empty', () => {
    const delivery = startedDelivery();
    delivery.ask(toTwoDistricts('40', '20'));
    delivery.report(1, reportLine('i1', '3', { district: dongpo }));
    expect(draft(delivery, 2).lines).toMatchObject([
      { district: dongpo, target: '40', value: '3' },
      { district: pengshan, target: '20' },
    ]);
    expect(draft(delivery, 2).lines[1]).not.toHaveProperty('value');
  });
  it('offers the whole too where only that was told', () => {
    const delivery = startedDelivery();
    delivery.ask(toTwoDistricts('40', '20'));
    delivery.report(1, reportLine('i1', '3'));
    expect(draft(delivery, 2).lines.map(({ district, value }) => [district, value])).toEqual([
      [undefined, '3'],
      [dongpo, undefined],
      [pengshan, undefined],
    ]);
  });
  it('keeps the days on which works began and were entered, and works progress', () => {
    const delivery = startedDelivery();
    delivery.report(
      1,
      reportLine('i1', undefined, { startedOn: '2019-01-10', enteredOn: '2019-01-20', worksPercent: '30' }),
    );
    expect(draft(delivery, 2).lines).toMatchObject([
      { startedOn: '2019-01-10', enteredOn: '2019-01-20', worksPercent: '30' },
    ]);
  });
  it('leaves out what others lead and what does not concern this place', () =>
    expect(
      draft(
        startedDelivery([
          indicator(),
          indicator({ id: 'i2', lead: transport }),
          indicator({ id: 'i3', applicable: false }),
        ]),
        1,
      ).lines.map(({ indicatorId }) => indicatorId),
    ).toEqual(['i1']));
  it("says what became of this month's own report", () => {
    const delivery = startedDelivery();
    delivery.ask(submit(2, reportLine('i1', '9')));
    expect(draft(delivery, 2)).toMatchObject({ status: 'submitted', lines: [{}] });
    expect(draft(delivery, 2)).not.toHaveProperty('from');
  });
});
