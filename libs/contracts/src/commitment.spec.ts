import { Adoption, Commitment, Indicator } from './commitment';
import { defaultRules } from './rules';

const count = {
  id: 'i1',
  name: '新建改建公厕',
  unit: '座',
  comparator: '>=',
  target: '60',
  additive: true,
  applicable: true,
  lead: '市住建局',
  steps: [],
};
const event = { ...count, id: 'i2', unit: '项', comparator: 'event', target: null, additive: false };
const commitment = {
  title: '新建改建农村公厕',
  domain: '环境友好',
  indicators: [count],
  coDepartments: [],
  suggestions: [],
};

describe('an indicator', () => {
  it('of an event has no figure as target', () =>
    expect(() => Indicator.parse({ ...event, target: '1' })).toThrow('an event has no figure as target'));
  it('of an event is promised in words', () =>
    expect(Indicator.parse({ ...event, targetText: '投入试运营' }).targetText).toBe('投入试运营'));
  it('may have no figure where the list promises words', () =>
    expect(Indicator.parse({ ...count, target: null, targetText: '应补尽补' }).target).toBeNull());
  it('keeps its target in canonical form, whoever wrote it as a number', () =>
    expect(Indicator.parse({ ...count, target: 60.5 }).target).toBe('60.5'));
  it.each<[string, object]>([
    ['an unknown comparator', { comparator: '>' }],
    ['no unit', { unit: '' }],
    ['no lead', { lead: '' }],
    ['no target at all', { target: undefined }],
    ['an id of another form', { id: 'x1' }],
    ['the id i0', { id: 'i0' }],
    ['more than 24 steps', { steps: Array.from({ length: 25 }, () => ({ due: '2019-01', text: '一步' })) }],
    ['a field it does not know', { actual: '577' }],
    ['a step in month 13', { steps: [{ due: '2019-13', text: '完成' }] }],
  ])('is refused with %s', (_, change) => expect(Indicator.safeParse({ ...count, ...change }).success).toBe(false));
});

describe('a commitment', () => {
  it('holds at least one indicator', () =>
    expect(Commitment.safeParse({ ...commitment, indicators: [] }).success).toBe(false));
  it('holds at most twenty', () => {
    const many = (length: number) => Array.from({ length }, (_, index) => ({ ...count, id: `i${index + 1}` }));
    expect(Commitment.safeParse({ ...commitment, indicators: many(20) }).success).toBe(true);
    expect(Commitment.safeParse({ ...commitment, indicators: many(21) }).success).toBe(false);
  });
  it('names every indicator apart', () =>
    expect(() => Commitment.parse({ ...commitment, indicators: [count, count] })).toThrow('indicator ids must differ'));
  it('concerns this place in at least one of them', () => {
    const elsewhere = { ...count, id: 'i2', applicable: false };
    expect(Commitment.safeParse({ ...commitment, indicators: [count, elsewhere] }).success).toBe(true);
    expect(() => Commitment.parse({ ...commitment, indicators: [elsewhere] })).toThrow(
      'at least one indicator must concern this place',
    );
  });
  it('does not end before it begins', () =>
    expect(() => Commitment.parse({ ...commitment, span: { from: 2020, to: 2019 } })).toThrow(
      'from must not be after to',
    ));
  it('may begin and end in one year', () =>
    expect(Commitment.safeParse({ ...commitment, span: { from: 2019, to: 2019 } }).success).toBe(true));
  it('belongs to one of the domains', () =>
    expect(Commitment.safeParse({ ...commitment, domain: '其它' }).success).toBe(false));
  it('is adopted under a number from 1 and the rules of the day', () => {
    expect(Adoption.safeParse({ no: 1, rulesVersion: 1, rules: defaultRules }).success).toBe(true);
    expect(Adoption.safeParse({ no: 0, rulesVersion: 1, rules: defaultRules }).success).toBe(false);
  });
});
