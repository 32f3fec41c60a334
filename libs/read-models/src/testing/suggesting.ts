import type { GivenEvent } from './given-events';
import { benches, lamps, listId, parking, words, works } from './a-list';

export const received = (suggestionId: string, over: object = {}): GivenEvent => ({
  type: 'SuggestionReceived',
  data: {
    suggestionId,
    listId,
    channel: 'web',
    receivedOn: '2018-09-01',
    trackingCode: 'ABCDEFGHJK',
    words,
    anonymous: false,
    ...over,
  },
  on: '2018-09-01',
  by: { role: 'public' },
});
export const suggested = (suggestionId: string, type: GivenEvent['type'], data: object): GivenEvent => ({
  type,
  data: { suggestionId, ...data },
  on: '2018-10-01',
});
const criterion = { met: true, note: '' };
const screening = {
  criteria: { perceivable: criterion, doable: criterion, fundable: criterion, checkable: criterion },
  outcome: 'candidate',
};

const claim = '3f1c5a52-0a43-4f0e-9d0b-6a5b0c8f1e21';
const otherClaim = '8a8b0f6e-5b0c-4d39-8a0e-2f3b7c9d1e42';

/** Three suggestions: one screened, one merged and taken apart again, one referred. */
export const suggesting: readonly GivenEvent[] = [
  received(lamps, { domain: '环境友好', district: '东坡区' }),
  received(benches, { anonymous: true }),
  received(parking),
  suggested(lamps, 'SuggestionRegistered', { title: '增加路灯', domain: '行有所畅' }),
  suggested(benches, 'SuggestionRegistered', { title: '增加座椅', domain: '环境友好' }),
  suggested(lamps, 'MemberClaimed', { member: parking, claim: otherClaim }),
  suggested(parking, 'MergeDeclined', { into: lamps, claim: otherClaim, refusal: 'SUGGESTION_NOT_REGISTERED' }),
  suggested(lamps, 'MemberReleased', { member: parking, claim: otherClaim }),
  suggested(benches, 'SuggestionMerged', { into: lamps, claim }),
  suggested(lamps, 'MemberTaken', { member: benches, claim }),
  suggested(benches, 'SuggestionUnmerged', { from: lamps, reason: '不是一件事', claim }),
  suggested(parking, 'SuggestionReferred', { to: '市交警支队', reason: 'one person or unit only', text: '个案' }),
  suggested(lamps, 'SuggestionAssigned', { department: works, dueOn: '2018-10-20' }),
  suggested(lamps, 'OpinionGiven', { department: works, opinion: '可行', supports: true }),
  suggested(lamps, 'SuggestionScreened', screening),
];
