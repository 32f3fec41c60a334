import fc from 'fast-check';
import { DeliveryCommands, type DeliveryCommand } from '@minsheng/contracts';
import { calendar, commission, dongpo, indicator, month, pengshan, rules } from '../../testing/fixtures';
import {
  close,
  closeByForce,
  correct,
  reportLine,
  startedDelivery,
  submit,
  toTwoDistricts,
  verify,
} from '../delivery.fixtures';
import { lightAt, unmetIndicators } from '../lights/compute-light';

const evidence = [{ kind: 'certificate' as const, caption: '竣工验收备案表' }];
const claim = (more: object = {}): DeliveryCommand => ({
  type: 'ClaimCompletion',
  data: DeliveryCommands.ClaimCompletion.schema.parse({ statement: '全部建成。', evidence, ...more }),
});
const inspect = (passed = true): DeliveryCommand => ({
  type: 'InspectProject',
  data: { inspector: '市政府督查室', items: [{ item: '数量', passed, note: '' }], evidence },
});
const lookBack = (holds: boolean): DeliveryCommand => ({
  type: 'LookBack',
  data: { inspector: '市政府督查室', holds, findings: '回头看。', evidence },
});
const notMet: DeliveryCommand = { type: 'RecordNotMet', data: { body: '市人民政府', reason: '未完成。' } };
const asCommission = { by: commission };
const inDistricts = (first: string, second: string) => [
  reportLine('i1', first, { district: dongpo }),
  reportLine('i1', second, { district: pengshan }),
];

describe('acceptance asks again whether every indicator is met', () => {
  const claimedAtTen = () => {
    const delivery = startedDelivery([indicator({ target: '10' })]);
    delivery.report(12, reportLine('i1', '10'));
    delivery.ask(close(12), asCommission);
    delivery.ask(claim());
    return delivery;
  };
  const correctToFour = [
    correct(12, reportLine('i1', '4', { reason: '复核核减' })),
    { ...verify(12), data: { ...verify(12).data, confirmed: true } },
  ] as const;
  it('claimed at 10, corrected to 4: it is not accepted, and can be sent back and recorded as not met', () => {
    const delivery = claimedAtTen();
    delivery.ask(correctToFour[0]);
    delivery.ask(correctToFour[1], asCommission);
    expect(delivery.refusal(inspect(), asCommission)).toBe('INDICATORS_NOT_MET');
    delivery.ask(inspect(false), asCommission);
    delivery.ask(notMet, asCommission);
    expect(delivery.started()).toMatchObject({ status: 'not met', outcome: 'not met' });
  });
  it('accepted as met, a correction that says otherwise waits for a look back', () => {
    const delivery = claimedAtTen();
    delivery.ask(inspect(), asCommission);
    delivery.ask(correctToFour[0]);
    expect(delivery.refusal(correctToFour[1], asCommission)).toBe('COMPLETION_ACCEPTED');
    delivery.ask(lookBack(false), asCommission);
    delivery.ask(correctToFour[1], asCommission);
    expect(delivery.started().status).toBe('under way');
  });
});

describe('a promise in words', () => {
  const words = (more: object = {}) => startedDelivery([indicator({ target: null, targetText: '推进', ...more })]);
  const reported = (delivery: ReturnType<typeof words>, proof: object[]) => {
    const command = submit(12, reportLine('i1', undefined, { worksPercent: '90' }));
    delivery.ask({ ...command, data: { ...command.data, evidence: proof as typeof evidence } });
    delivery.ask(verify(12), asCommission);
    return delivery;
  };
  it('is not done by being claimed: it needs a stage goal or evidence', () =>
    expect(words().refusal(claim())).toBe('INDICATORS_UNPROVEN'));
  it('is not done by a report without evidence', () =>
    expect(reported(words(), []).refusal(claim())).toBe('INDICATORS_UNPROVEN'));
  it('may be recorded as not met for want of proof', () =>
    expect(words().refusal(notMet, asCommission)).toBeUndefined());
  it.each([
    ['a verified report that came with evidence', () => reported(words(), evidence), {}],
    ['a stage goal of the year', () => words({ stageGoals: [{ year: 2019, goal: '完成选址' }] }), {}],
    ['evidence named with the claim', () => words(), { inWords: [{ indicatorId: 'i1', evidence }] }],
  ])('is done with %s', (_, delivery, more) => expect(delivery().refusal(claim(more))).toBeUndefined());
});

describe('with district targets', () => {
  const broken = (...lines: ReturnType<typeof reportLine>[]) => {
    const delivery = startedDelivery([indicator({ target: '20' })]);
    delivery.ask(toTwoDistricts('10', '10'), asCommission);
    delivery.report(12, ...lines);
    return delivery;
  };
  const exceptions = [{ indicatorId: 'i1', district: pengshan, reason: '点位并入东坡区，已批复。' }];
  it.each([
    ['is below its share, though the total is reached', inDistricts('24', '0')],
    ['says nothing', [reportLine('i1', '24')]],
  ])('completion is refused while one %s', (_, lines) =>
    expect(broken(...lines).refusal(claim())).toBe('INDICATORS_NOT_MET'),
  );
  it('it is claimed once every district keeps its share', () =>
    expect(broken(...inDistricts('10', '10')).refusal(claim())).toBeUndefined());
  const askTheWhole = {
    type: 'ChangeRules' as const,
    data: { rulesVersion: 2, rules: rules({ completionAsks: 'the whole' }), from: month(1) },
  };
  it('an exception is refused where the list asks every district, as it does by default', () =>
    expect(broken(...inDistricts('24', '0')).refusal(claim({ exceptions }))).toBe('EXCEPTIONS_NOT_TAKEN'));
  it('or, where the list asks the whole, with a recorded exception, which acceptance and lights respect', () => {
    const delivery = broken(...inDistricts('24', '0'));
    delivery.ask(askTheWhole, asCommission);
    expect(delivery.refusal(claim())).toBe('INDICATORS_NOT_MET');
    delivery.ask(claim({ exceptions }));
    delivery.ask(inspect(), asCommission);
    expect(delivery.started().status).toBe('accepted');
    expect(lightAt(delivery.started(), month(12), { today: '2019-12-31', calendar })).toMatchObject({
      colour: 'green',
      why: 'on the line',
    });
  });
  it.each([
    ['the total is not reached', {}, inDistricts('9', '9')],
    ['there is no total to judge by', { unit: '%', additive: false }, inDistricts('9', '9')],
  ])('exceptions for every district do not make it complete where %s', (_, more, lines) => {
    const delivery = startedDelivery([indicator({ target: '20', ...more })]);
    delivery.ask(toTwoDistricts('10', '10'), asCommission);
    delivery.ask(askTheWhole, asCommission);
    delivery.report(12, ...lines);
    const everywhere = [dongpo, pengshan].map((district) => ({ ...exceptions[0], district }));
    expect(delivery.refusal(claim({ exceptions: everywhere }))).toBe('INDICATORS_NOT_MET');
  });
});

describe('over random years', () => {
  const figure = fc.constantFrom('0', '9.999999', '10', '10', '12');
  /** A report and what may follow it; each act may be left out, and is taken only where it is allowed. */
  const round = fc
    .record({
      number: fc.constantFrom(10, 11, 12),
      first: figure,
      second: figure,
      after: fc.subarray([
        claim(),
        inspect(),
        correct(12, ...inDistricts('0', '12').map((line) => ({ ...line, reason: '复核' }))),
        verify(12),
        inspect(false),
        lookBack(false),
      ]),
      closes: fc.boolean(),
    })
    .map(({ number, first, second, after, closes }): readonly DeliveryCommand[] => {
      const lines = inDistricts(first, second).map((line) => ({ ...line, reason: '复核' }));
      const closing = closeByForce(number);
      return [
        submit(number, ...lines),
        correct(number, ...lines),
        verify(number),
        ...(closes ? [closing] : []),
        ...after,
      ];
    });
  const byOffice = new Set(['VerifyReport', 'CloseMonth', 'InspectProject', 'LookBack', 'RecordNotMet']);
  it('nothing is both accepted as met and not on schedule, and December is green exactly when all is met', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(round, { minLength: 1, maxLength: 6 }), (rounds) => {
        const delivery = startedDelivery([indicator({ target: '20' })]);
        delivery.ask(toTwoDistricts('10', '10'), asCommission);
        for (const command of rounds.flat()) {
          const context = byOffice.has(command.type) ? asCommission : {};
          if (delivery.refusal(command, context) !== undefined) continue;
          const state = delivery.started();
          const light = lightAt(state, month(12), { today: '2019-12-31', calendar });
          const isMet = unmetIndicators(state, month(12)).length === 0;
          if (light.missing.length === 0) expect(['green', 'blue'].includes(light.colour)).toBe(isMet);
          if (state.outcome !== 'met' || state.status !== 'accepted') continue;
          accepted += 1;
          expect(light.colour).toBe('green');
        }
      }),
      { numRuns: 300, seed: 2019 },
    );
    expect(accepted).toBeGreaterThan(20);
  });
});
