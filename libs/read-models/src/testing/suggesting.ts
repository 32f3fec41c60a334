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

/** Three suggestions: one screened, one merged and taken apart again, one referred. */
export const suggesting: readonly GivenEvent[] = [
  received(lamps, { domain: '环境友好', district: '东坡区' }),
  received(benches, { anonymous: true }),
  received(parking),
  suggested(lamps, 'SuggestionRegistered', { title: '增加路灯', domain: '行有所畅' }),
  suggested(benches, 'SuggestionRegistered', { title: '增加座椅', domain: '环境友好' }),
  suggested(benches, 'SuggestionMerged', { into: lamps }),
  suggested(benches, 'SuggestionUnmerged', { from: lamps, reason: '不是一件事' }),
  suggested(parking, 'SuggestionReferred', { to: '市交警支队', reason: 'one person or unit only', text: '个案' }),
  suggested(lamps, 'SuggestionAssigned', { department: works, dueOn: '2018-10-20' }),
  suggested(lamps, 'OpinionGiven', { department: works, opinion: '可行', supports: true }),
  suggested(lamps, 'SuggestionScreened', screening),
];
