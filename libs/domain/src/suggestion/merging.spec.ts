import { SuggestionId, type SuggestionCommand, type SuggestionEvent } from '@minsheng/contracts';
import { Refusal } from '../decider';
import { suggestion } from '../testing/fixtures';
import { assertAnotherMain } from './merging';
import {
  after,
  answer,
  claim,
  given,
  link,
  main,
  mergeInto,
  receive,
  refer,
  register,
  screen,
  suggestionId,
  unmerge,
} from './suggestion.fixtures';

const other = suggestion(3);
const [smaller, larger] = [suggestion(0), suggestion(9)];
const another = '8a8b0f6e-5b0c-4d39-8a0e-2f3b7c9d1e42';
const ofMember = (
  type: 'TakeMember' | 'ClaimMember' | 'ConfirmMember' | 'ReleaseMember',
  member = other,
): SuggestionCommand => ({ type, data: { member, claim: another } });
const answerTo = (into: SuggestionId): SuggestionCommand => ({ type: 'AnswerClaim', data: { into, claim } });
const memberEvent = (type: 'MemberClaimed' | 'MemberTaken' | 'MemberReleased', member = other): SuggestionEvent => ({
  type,
  data: { suggestionId, member, claim: another },
});
const joined = (into: SuggestionId): SuggestionEvent => ({
  type: 'SuggestionMerged',
  data: { suggestionId, into, claim },
});
const declined = (into: SuggestionId, refusal: string): SuggestionEvent => ({
  type: 'MergeDeclined',
  data: { suggestionId, into, claim, refusal },
});
const registered = after(receive, register);
const merged = after(receive, register, mergeInto(main));

describe('a main suggestion', () => {
  it.each(['TakeMember', 'ClaimMember'] as const)(
    'stands alone: %s is not for one that is merged, or unknown',
    (type) => {
      given().when(ofMember(type)).thenRefused('MERGE_TARGET_UNKNOWN');
      given(...merged)
        .when(ofMember(type))
        .thenRefused('MERGE_TARGET_IS_MERGED');
    },
  );
  it.each(['TakeMember', 'ClaimMember'] as const)('takes none once it is answered or referred: %s', (type) => {
    for (const past of [after(receive, refer), after(receive, register, screen('candidate'), answer)])
      given(...past)
        .when(ofMember(type))
        .thenRefused('MERGE_TARGET_CLOSED');
  });
  it('takes a member wherever it stands before that', () => {
    for (const past of [after(receive), registered, after(receive, register, screen('candidate'), link)])
      given(...past)
        .when(ofMember('TakeMember'))
        .then(memberEvent('MemberTaken'));
  });
  it('confirms a member that it claimed, once', () => {
    given(...registered)
      .when(ofMember('ClaimMember'))
      .then(memberEvent('MemberClaimed'));
    given(...registered, memberEvent('MemberClaimed'))
      .when(ofMember('ConfirmMember'))
      .then(memberEvent('MemberTaken'));
    given(...registered, memberEvent('MemberTaken'))
      .when(ofMember('ConfirmMember'))
      .then();
    given(...registered)
      .when(ofMember('ConfirmMember'))
      .then();
  });
  it('releases a member or a claim, once', () => {
    for (const type of ['MemberClaimed', 'MemberTaken'] as const)
      given(...registered, memberEvent(type))
        .when(ofMember('ReleaseMember'))
        .then(memberEvent('MemberReleased'));
    given(...registered, memberEvent('MemberTaken'), memberEvent('MemberReleased'))
      .when(ofMember('ReleaseMember'))
      .then();
  });
  it('is another one than the member, also behind merges', () => {
    const code = (into: SuggestionId, found: SuggestionId) => {
      try {
        assertAnotherMain(suggestionId, into, found);
        return undefined;
      } catch (error) {
        return (error as Refusal).code;
      }
    };
    expect([code(suggestionId, suggestionId), code(other, suggestionId), code(other, main)]).toEqual([
      'NOT_MERGED_INTO_ITSELF',
      'MERGED_INTO_OWN_MEMBER',
      undefined,
    ]);
  });
});

describe('a suggestion that another claims', () => {
  it('answers by joining it, once', () => {
    given(...registered)
      .when(answerTo(main))
      .then(joined(main));
    given(...registered, joined(main))
      .when(answerTo(main))
      .then();
  });
  it.each<[string, readonly SuggestionEvent[], SuggestionId, string]>([
    ['was never received', [], main, 'SUGGESTION_UNKNOWN'],
    ['is not registered', after(receive), main, 'SUGGESTION_NOT_REGISTERED'],
    ['is closed', after(receive, refer), main, 'SUGGESTION_CLOSED'],
    ['is that one', registered, suggestionId, 'NOT_MERGED_INTO_ITSELF'],
    ['is of another list', registered, SuggestionId.parse('511400-2020-s000000002'), 'MERGE_ACROSS_LISTS'],
    ['claims a third one', [...registered, memberEvent('MemberClaimed')], main, 'MERGE_UNDER_WAY'],
    ['has that one as a member', [...registered, memberEvent('MemberTaken', main)], main, 'MERGED_INTO_OWN_MEMBER'],
  ])('declines and says why when it %s', (_, past, into, code) =>
    given(...past)
      .when(answerTo(into))
      .then(declined(into, code)),
  );
  it('declines when it is merged by then, and keeps to its answer', () => {
    given(...registered, { type: 'SuggestionMerged', data: { suggestionId, into: other, claim: another } })
      .when(answerTo(main))
      .then(declined(main, 'SUGGESTION_IS_MERGED'));
    given(...registered, declined(main, 'SUGGESTION_IS_MERGED'))
      .when(answerTo(main))
      .then();
  });
  it('and claims that one at once gives way where its id is the larger', () => {
    given(...registered, memberEvent('MemberClaimed', smaller))
      .when(answerTo(smaller))
      .then(joined(smaller));
    given(...registered, memberEvent('MemberClaimed', larger))
      .when(answerTo(larger))
      .then(declined(larger, 'MERGE_UNDER_WAY'));
  });
});

describe('an unmerge', () => {
  it('of a merge from before claims names none', () =>
    given(...registered, { type: 'SuggestionMerged', data: { suggestionId, into: main } })
      .when(unmerge)
      .then({ type: 'SuggestionUnmerged', data: { suggestionId, from: main, reason: '地点不同。' } }));
  it('keeps the members that came in the meantime', () =>
    given(
      ...registered,
      memberEvent('MemberTaken'),
      joined(main),
      ...after(receive, register, mergeInto(main), unmerge).slice(-1),
    )
      .when(answerTo(other))
      .then()); // it answered this claim before
});
