import { readRevocation, WrongUsage } from './revoke-command';

const now = new Date('2026-11-30T10:00:00Z');
const read = (...words: string[]) => readRevocation(words, now);
const tag = '0123456789abcdef0123456789abcdef';

describe('the command that revokes tokens', () => {
  it('takes the name that the issuer gives a person', () =>
    expect(read('person-7')).toEqual({ person: { subject: 'person-7' }, issuedUntil: now }));
  it('takes a pseudonym from the log', () =>
    expect(read('--actor', tag)).toEqual({ person: { actor: tag }, issuedUntil: now }));
  it('takes everybody, until an instant that has passed', () =>
    expect(read('--everybody', '--issued-until', '2026-11-30T17:00:00+08:00')).toEqual({
      person: { actor: null },
      issuedUntil: new Date('2026-11-30T09:00:00Z'),
    }));
  it.each([
    ['nobody', []],
    ['two people', ['person-7', 'person-8']],
    ['a person and everybody', ['person-7', '--everybody']],
    ['a pseudonym that is none', ['--actor', 'person-7']],
    ['a day without a time', ['person-7', '--issued-until', '2026-11-30']],
    ['a time without a zone', ['person-7', '--issued-until', '2026-11-30T08:00:00']],
    ['a time to come', ['person-7', '--issued-until', '2026-11-30T10:00:01Z']],
    ['an unknown option', ['person-7', '--all']],
  ])('refuses %s', (_what, words) => expect(() => read(...words)).toThrow(WrongUsage));
});
