import { limitsFrom, tooWide, usualLimits } from './limits';

describe('the limits', () => {
  it('are the usual ones where nothing is said', () => expect(limitsFrom('')).toEqual(usualLimits));
  it('are stated as requests by seconds', () =>
    expect(limitsFrom('person=600/60, as-of=100/3600')).toEqual({
      ...usualLimits,
      person: { requests: 600, seconds: 60 },
      'as-of': { requests: 100, seconds: 3_600 },
    }));
  it.each(['people=1/1', 'person=0/60', 'person=1/0', 'person=10', 'person=1.5/60', 'person=-1/60', 'constructor=1/1'])(
    'are refused as %s, which is named',
    (text) => expect(() => limitsFrom(text)).toThrow(`${text} is no limit`),
  );
  it('are too wide for production above ten times the usual rate', () =>
    expect(tooWide(limitsFrom('person=1200/60,suggestions=101/3600,tracking-codes=1/1'))).toEqual([
      'suggestions',
      'tracking-codes',
    ]));
});
