import { Commitment, eventsByCategory, Indicator } from '@minsheng/contracts';
import { candidateDecider } from './selection/candidate.decider';
import {
  commission,
  commitment,
  dongpo,
  housing,
  housingOfficer,
  indicator,
  month,
  pengshan,
  project,
  rules,
  transport,
  transportOfficer,
} from './testing/fixtures';
import { aggregate } from './testing/aggregate';
import {
  breakDown,
  close,
  correct,
  reportLine,
  projectId,
  startedDelivery,
  submit,
  toTwoDistricts,
  verify,
} from './delivery/delivery.fixtures';
import { percentOfTarget } from './indicator/percent';

/** One test for each rule of handbook domain.md section 7 that concerns delivery, named after its number. */

const proof = [{ kind: 'document' as const, caption: '验收材料' }];
const claim = { type: 'ClaimCompletion' as const, data: { statement: '全部建成。', evidence: proof } };
const inspect = (passed = true) => ({
  type: 'InspectProject' as const,
  data: { inspector: '市政府督查室', items: [{ item: '数量', passed, note: '' }], evidence: proof },
});
const applyFor = (...changes: object[]) =>
  ({
    type: 'ApplyForAdjustment' as const,
    data: { changes, reason: '文物勘探，工期顺延。', evidence: proof },
  }) as never;
const decideAdjustment = (body: string) => ({
  type: 'DecideAdjustment' as const,
  data: {
    adjustment: 1,
    approved: true,
    bodyKind: 'congress standing committee' as const,
    body,
    heldOn: '2019-12-31',
    documentNo: '1号',
  },
});
const rate = (change: object = {}) =>
  indicator({ name: '城镇登记失业率', unit: '%', comparator: '<=', target: '4.3', additive: false, ...change });

describe('commitments', () => {
  it('invariant 1: a project belongs to the list in its id, and an upper-level promise is a link, never a copy', () => {
    const linked = Commitment.parse({
      ...commitment(),
      lineage: [{ relation: 'helps to keep', projectId: project(99) }],
    });
    expect(linked.lineage).toEqual([{ relation: 'helps to keep', projectId: project(99) }]);
    expect(linked.indicators).toEqual(commitment().indicators);
  });

  it('invariant 4: a target changes only by an adjustment of the adopting body; the original stays readable', () => {
    const delivery = startedDelivery();
    delivery.ask(applyFor({ kind: 'target', indicatorId: 'i1', target: '50' }), { by: housingOfficer });
    delivery.ask(
      { type: 'CheckAdjustment', data: { adjustment: 1, supported: true, opinion: '属实。' } },
      { by: commission },
    );
    expect(delivery.started().commitment.indicators[0].target).toBe('60');
    delivery.ask(decideAdjustment('市人大常委会'), { by: commission });
    expect(delivery.started().commitment.indicators[0].target).toBe('50');
    const [first] = delivery.log;
    expect(first).toMatchObject({
      type: 'DeliveryStarted',
      data: { commitment: { indicators: [{ target: '60' }] } },
    });
  });

  it('invariant 5: every indicator has one lead, and a due date after the year asks for a stage goal', () => {
    const propose = (change: object) =>
      aggregate(candidateDecider, eventsByCategory.candidate, {
        id: projectId,
        by: commission,
        today: '2018-12-01',
      }).refusal({
        type: 'ProposeCandidate',
        data: { ...commitment(indicator(change)), span: { from: 2019, to: 2021 } },
      });
    expect(propose({ dueOn: '2021-06-30' })).toBe('STAGE_GOAL_MISSING');
    expect(propose({ dueOn: '2021-06-30', stageGoals: [{ year: 2019, goal: '主体封顶' }] })).toBeUndefined();
    expect(Indicator.safeParse({ ...indicator(), lead: undefined }).success).toBe(false);
  });

  it('invariant 6: districts of counts are summed, of rates and standards never', () => {
    const counts = startedDelivery();
    counts.ask(toTwoDistricts('40', '20'), { by: commission });
    counts.report(12, reportLine('i1', '35', { district: dongpo }), reportLine('i1', '20', { district: pengshan }));
    expect(counts.refusal(claim, { by: housingOfficer })).toBe('INDICATORS_NOT_MET');
    const rates = startedDelivery([rate()]);
    rates.ask(toTwoDistricts('4.3', '4.3'), { by: commission }); // two floors of 4.3 are no total of 8.6
    rates.report(12, reportLine('i1', '4', { district: dongpo }), reportLine('i1', '4.1', { district: pengshan }));
    expect(rates.refusal(claim, { by: housingOfficer })).toBeUndefined();
    expect(Indicator.safeParse({ ...indicator(), kind: 'rate', additive: true }).success).toBe(false);
  });

  it('invariant 7: district targets sum to the total, more only as a buffer; a reporting group counts once', () => {
    const delivery = startedDelivery();
    expect(delivery.refusal(toTwoDistricts('40', '19'), { by: commission })).toBe('DISTRICT_SUM_BELOW_TOTAL');
    expect(delivery.refusal(toTwoDistricts('40', '21'), { by: commission })).toBe('DISTRICT_SUM_ABOVE_TOTAL');
    expect(delivery.refusal(toTwoDistricts('40', '21', { buffer: true }), { by: commission })).toBeUndefined();
    const group = (...more: object[]) =>
      breakDown([
        {
          indicatorId: 'i1',
          districts: [{ district: '海曙、江东', target: '60', members: ['海曙', '江东'] }, ...more],
        },
      ]);
    const ofGroups = startedDelivery();
    expect(ofGroups.refusal(group(), { by: commission })).toBeUndefined();
    expect(ofGroups.refusal(group({ district: '海曙', target: null }), { by: commission })).toBe(
      'DISTRICT_COUNTED_TWICE',
    );
  });

  it('invariant 8: a part is never larger than its whole, neither promised nor reported', () => {
    const [whole, part] = [indicator(), indicator({ id: 'i2', name: '其中农村', target: '30', partOf: 'i1' })];
    const delivery = startedDelivery([whole, part]);
    expect(delivery.refusal(submit(3, reportLine('i1', '10'), reportLine('i2', '11')))).toBe('PART_ABOVE_WHOLE');
    expect(delivery.refusal(submit(3, reportLine('i1', '10'), reportLine('i2', '10')))).toBeUndefined();
  });

  it.each([['0'], [null]])('invariant 9: a target of %p never makes a percentage', (target) => {
    expect(percentOfTarget(indicator({ target }), target, { value: '5' })).toBeNull();
    expect(percentOfTarget(indicator(), '60', { value: '5' })).toBe('8.3');
  });
});

describe('reports', () => {
  it(
    'invariant 10: what is said after a month is closed is a correction with a reason and a version of its ' + 'own',
    () => {
      const delivery = startedDelivery();
      delivery.report(3, reportLine('i1', '10'));
      delivery.ask(close(3), { by: commission });
      expect(delivery.refusal(submit(3, reportLine('i1', '12')))).toBe('PERIOD_CLOSED');
      const [corrected] = delivery.ask(correct(3, reportLine('i1', '12')));
      expect(corrected).toMatchObject({ type: 'ReportCorrected', data: { version: 2, reason: '迟报补录。' } });
      expect(delivery.log.find(({ type }) => type === 'ReportSubmitted')).toMatchObject({
        data: { version: 1, lines: [{ value: '10' }] },
      });
    },
  );

  it('invariant 11: a cumulative figure falls only with a stated reason', () => {
    const delivery = startedDelivery();
    delivery.report(3, reportLine('i1', '10'));
    expect(delivery.refusal(submit(4, reportLine('i1', '9')))).toBe('CUMULATIVE_FALLS');
    expect(delivery.refusal(submit(4, reportLine('i1', '9', { reason: '审计核减' })))).toBeUndefined();
  });

  it('invariant 12: works progress of 100 percent completes nothing', () => {
    const delivery = startedDelivery();
    delivery.report(12, reportLine('i1', undefined, { worksPercent: '100' }));
    expect(delivery.refusal(claim)).toBe('INDICATORS_NOT_MET');
    expect(percentOfTarget(indicator(), '60', { worksPercent: '100' })).toBeNull();
  });

  it('invariant 13: over 100 percent is shown uncapped; over 300 whoever verifies confirms', () => {
    expect(percentOfTarget(indicator(), '60', { value: '577' })).toBe('961.7');
    const delivery = startedDelivery();
    delivery.ask(submit(3, reportLine('i1', '181')));
    expect(delivery.refusal(verify(3), { by: commission })).toBe('FIGURE_NEEDS_CONFIRMATION');
    const confirmed = { ...verify(3), data: { ...verify(3).data, confirmed: true } };
    expect(delivery.refusal(confirmed, { by: commission })).toBeUndefined();
  });

  it('invariant 14: lower is better is met at or below; its percentage is target / actual, if actual > 0', () => {
    expect(percentOfTarget(rate(), '4.3', { value: '4.17' })).toBe('103.1');
    expect(percentOfTarget(rate(), '4.3', { value: '0' })).toBeNull();
  });

  it('invariant 15: nobody verifies their own report, and a returned one keeps its version and the reason', () => {
    const delivery = startedDelivery();
    delivery.ask(submit(3, reportLine('i1', '10')));
    expect(delivery.refusal(verify(3), { by: housingOfficer })).toBe('AUTHOR_CANNOT_VERIFY');
    delivery.ask(
      { type: 'ReturnReport', data: { period: month(3), department: housing, reason: '照片与点位不符。' } },
      { by: commission },
    );
    delivery.ask(submit(3, reportLine('i1', '9')));
    expect(delivery.log.map(({ type, data }) => [type, 'version' in data ? data.version : 0]).slice(1)).toEqual([
      ['ReportSubmitted', 1],
      ['ReportReturned', 1],
      ['ReportSubmitted', 2],
    ]);
  });

  it('invariant 16: evidence belongs to a version of a report; a strict list takes no reached target without', () => {
    const reached = submit(12, reportLine('i1', '60'));
    expect(startedDelivery([], rules({ evidence: 'strict' })).refusal(reached)).toBe('EVIDENCE_MISSING');
    expect(
      startedDelivery([], rules({ evidence: 'strict' })).refusal({
        ...reached,
        data: { ...reached.data, evidence: proof },
      }),
    ).toBeUndefined();
    expect(startedDelivery().refusal(reached)).toBeUndefined();
  });
});

describe('lights and supervision', () => {
  it('invariant 17: a light set by hand says who, why and until when, and the computed light stays beside it', () => {
    const delivery = startedDelivery();
    delivery.ask(close(3), { by: commission });
    delivery.ask(
      {
        type: 'OverrideLight',
        data: {
          period: month(3),
          colour: 'green',
          decidedBy: '联席会议办公室',
          reason: '系统切换，当月免报',
          until: '2020-01-31',
        },
      },
      { by: commission },
    );
    expect(delivery.light(3)).toMatchObject({ colour: 'red' });
    expect(delivery.started().overrides[month(3)]).toMatchObject({
      colour: 'green',
      decidedBy: '联席会议办公室',
      until: '2020-01-31',
    });
  });

  it('invariant 18: a past month that was caught up later is yellow, never green', () => {
    const delivery = startedDelivery();
    delivery.ask(close(3), { by: commission });
    delivery.ask(correct(3, reportLine('i1', '60')));
    delivery.ask(verify(3), { by: commission });
    expect(delivery.light(3)).toMatchObject({ colour: 'yellow', why: 'caught up later' });
  });

  it('invariant 19: escalation counts months running, and a missing report counts as behind', () => {
    const delivery = startedDelivery();
    const steps = [3, 4].map((number) =>
      delivery
        .ask(close(number), { by: commission })
        .filter(({ type }) => type === 'EscalationReached')
        .map(({ data }) => ('step' in data ? data.step.measure : '')),
    );
    expect(steps).toEqual([['written reasons'], ['interview']]);
    const caughtUp = startedDelivery();
    caughtUp.ask(close(3), { by: commission });
    caughtUp.report(4, reportLine('i1', '60'));
    expect(caughtUp.ask(close(4), { by: commission }).map(({ type }) => type)).toEqual(['MonthClosed']);
  });

  it('invariant 20: an order closes with an answer or a recorded waiver only', () => {
    const delivery = startedDelivery();
    delivery.ask(
      {
        type: 'IssueOrder',
        data: { period: month(3), department: housing, level: 'yellow', reason: '落后序时进度。' },
      },
      { by: commission },
    );
    expect(delivery.refusal({ type: 'CloseOrder', data: { order: 1 } }, { by: commission })).toBe('ORDER_NOT_ANSWERED');
    expect(
      delivery.refusal({ type: 'CloseOrder', data: { order: 1, waiver: '汛期停工，免于答复。' } }, { by: commission }),
    ).toBeUndefined();
  });

  it('invariant 21: the worst indicator makes the light, and is named with its district', () => {
    const delivery = startedDelivery([indicator(), indicator({ id: 'i2', name: '其中农村', target: '30' })]);
    delivery.ask(toTwoDistricts('40', '20'), { by: commission });
    delivery.report(
      6,
      reportLine('i1', '40', { district: dongpo }),
      reportLine('i1', '0', { district: pengshan }),
      reportLine('i2', '30'),
    );
    delivery.ask(close(6), { by: commission });
    expect(delivery.light(6)).toMatchObject({
      colour: 'red',
      worst: { indicatorId: 'i1', district: pengshan, percent: '0', behind: '50' },
    });
  });

  it('invariant 26: deadlines run in working days, make-up days counted', () => {
    const delivery = startedDelivery([], rules({ orderDays: { blue: 15, yellow: 5, red: 3 } }));
    const [order] = delivery.ask(
      { type: 'IssueOrder', data: { period: month(9), department: housing, level: 'yellow', reason: '落后。' } },
      { by: commission, today: '2019-09-26' },
    );
    // 27th, the make-up Sunday 29th, 30th, then 8 and 9 October after the holiday
    expect(order).toMatchObject({ data: { dueOn: '2019-10-09' } });
  });
});

describe('the record', () => {
  it('invariant 34: what a month was published with never changes; a later correction is an event of its own', () => {
    const delivery = startedDelivery();
    delivery.ask(close(3), { by: commission });
    delivery.ask(correct(3, reportLine('i1', '60')));
    delivery.ask(verify(3), { by: commission });
    const closed = delivery.log.find(({ type }) => type === 'MonthClosed');
    expect(closed).toMatchObject({ data: { light: { colour: 'red' } } });
    expect(delivery.log.at(-1)).toMatchObject({
      type: 'LightRecomputed',
      data: { before: 'red', light: { colour: 'yellow' } },
    });
  });

  it('invariant 35: a verified figure names the version of the report it comes from', () => {
    const [verified] = startedDelivery().report(3, reportLine('i1', '10'));
    expect(verified).toMatchObject({
      type: 'ReportVerified',
      data: { period: month(3), department: housing, version: 1, lines: [{ value: '10' }] },
    });
  });

  it('invariant 36: who leads is who led at the time: after a change of lead the new one reports', () => {
    const delivery = startedDelivery();
    delivery.ask(applyFor({ kind: 'lead', indicatorId: 'i1', lead: transport }), { by: housingOfficer });
    delivery.ask(
      { type: 'CheckAdjustment', data: { adjustment: 1, supported: true, opinion: '机构改革。' } },
      { by: commission },
    );
    delivery.ask(decideAdjustment('市政府常务会议'), { by: commission });
    expect(delivery.refusal(submit(9, reportLine('i1', '30')), { by: housingOfficer })).toBe('NOT_THE_LEAD_DEPARTMENT');
    expect(delivery.refusal(submit(9, reportLine('i1', '30')), { by: transportOfficer })).toBeUndefined();
  });

  it(
    'invariant 37: closing asks for acceptance, an outcome and an archive number; a look back that fails ' + 'reopens',
    () => {
      const delivery = startedDelivery();
      const closing = {
        type: 'CloseEvaluatedProject' as const,
        data: { archiveNo: 'MS-2019-07', scored: true, openRectifications: 0 },
      };
      delivery.report(12, reportLine('i1', '60'));
      expect(delivery.refusal(closing, { by: commission })).toBe('NOT_ACCEPTED');
      delivery.ask(claim);
      delivery.ask(inspect(), { by: commission });
      delivery.ask(closing, { by: commission });
      delivery.ask(
        {
          type: 'LookBack',
          data: { inspector: '市人大代表检查组', holds: false, findings: '两座未通水。', evidence: proof },
        },
        { by: commission },
      );
      expect(delivery.log.at(-1)).toMatchObject({ type: 'ProjectReopened' });
      expect(delivery.started().status).toBe('under way');
    },
  );

  it('invariant 38: 人 and 人次 are different units, and 万 stands apart from the value', () => {
    const inTenThousands = Indicator.parse({ ...indicator(), unit: '人', scale: '万', target: '4.5' });
    expect(inTenThousands).toMatchObject({ unit: '人', scale: '万', target: '4.5' });
    expect(Indicator.safeParse({ ...indicator(), scale: '千' }).success).toBe(false);
  });
});
