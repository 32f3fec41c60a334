import { Rules, defaultRules, nanjingEscalation, shippedLights } from './rules';

const { satisfaction } = defaultRules;

describe('the rules of a list', () => {
  it('our defaults are rules themselves', () => expect(Rules.parse(defaultRules)).toEqual(defaultRules));

  it.each([
    ['99', { rating: 30, survey: 50, thirdParty: 19 }],
    ['101', { rating: 31, survey: 50, thirdParty: 20 }],
    ['0', { rating: 0, survey: 0, thirdParty: 0 }],
  ])('refuse weights that sum to %s', (_, weights) =>
    expect(() => Rules.parse({ ...defaultRules, satisfaction: { ...satisfaction, weights } })).toThrow(
      'weights must sum to 100',
    ),
  );

  it('take a single channel with the whole weight', () =>
    expect(
      Rules.safeParse({
        ...defaultRules,
        satisfaction: { ...satisfaction, weights: { rating: 0, survey: 100, thirdParty: 0 } },
      }).success,
    ).toBe(true));

  it.each(Object.entries(shippedLights))('take the lights of %s as they are shipped', (_, shipped) =>
    expect(Rules.parse({ ...defaultRules, ...shipped })).toMatchObject(shipped),
  );
  it('take Nanjing’s escalation as it is shipped', () =>
    expect(Rules.parse({ ...defaultRules, escalation: nanjingEscalation }).escalation).toEqual(nanjingEscalation));

  it.each<[string, object]>([
    [
      'a weight below 0, though the sum fits',
      { satisfaction: { ...satisfaction, weights: { rating: -20, survey: 100, thirdParty: 20 } } },
    ],
    ['four points for five levels', { satisfaction: { ...satisfaction, points: [0, 30, 60, 80] } }],
    ['no grade at all', { satisfaction: { ...satisfaction, grades: [] } }],
    ['a smallest sample of none', { satisfaction: { ...satisfaction, smallestSample: 0 } }],
    ['a scheme of lights that nobody knows', { lights: { scheme: 'seven colours' } }],
    ['five colours whose limits nobody chose', { lights: { scheme: 'five colours', redBelow: 30 } }],
    [
      'five colours whose orange begins above yellow',
      { lights: { scheme: 'five colours', redBelow: 30, orangeBelow: 81, yellowBelow: 80 } },
    ],
    [
      'five colours whose red begins above orange',
      { lights: { scheme: 'five colours', redBelow: 51, orangeBelow: 50, yellowBelow: 80 } },
    ],
    ['a side light that nobody knows', { sideLights: { water: {} } }],
    [
      'an escalation without months to count',
      { escalation: [{ when: { reached: 'months running' }, measure: 'interview' }] },
    ],
    ['no level of acceptance', { acceptanceLevels: [] }],
    ['limits for lights that know no limits', { lights: { scheme: 'month met or not', yellowFrom: 10, redOver: 30 } }],
    ['a share by June above 100', { line: { shape: 'front-loaded', byJune: 101 } }],
    ['a due day that February lacks', { reportDueDay: 29 }],
    ['the best level as a bad one', { badLevel: 5 }],
    ['no time to answer', { answerDays: 0 }],
    ['a rule that they do not know', { colour: 'blue' }],
  ])('refuse %s', (_, change) => expect(Rules.safeParse({ ...defaultRules, ...change }).success).toBe(false));
});
