import { SuggestionCommands, eventsByCategory, type SuggestionCommand, type SuggestionId } from '@minsheng/contracts';
import { commission, health, listId, project, suggestion } from '../testing/fixtures';
import { aggregate } from '../testing/aggregate';
import { specificationOf } from '../testing/specification';
import { suggestionDecider } from './suggestion.decider';

export const suggestionId = suggestion(1);
export const main = suggestion(2);
const today = '2018-11-20';
export const { given } = specificationOf(suggestionDecider, { id: suggestionId, by: commission, today });
export const suggestionAggregate = (id: SuggestionId) =>
  aggregate(suggestionDecider, eventsByCategory.suggestion, { id, by: commission, today });

export const receive: SuggestionCommand = {
  type: 'ReceiveSuggestion',
  data: {
    listId,
    channel: 'letter',
    receivedOn: '2018-10-08',
    trackingCode: 'A2B3C4D5E6',
    words: { person: '7c9e6679-7425-40de-944b-e07fc1f90ae7', iv: 'MDEyMzQ1Njc4OWFi', cipher: 'b3BhcXVl' },
    anonymous: false,
  },
};
export const register: SuggestionCommand = {
  type: 'RegisterSuggestion',
  data: { title: '农村公厕太少', domain: '环境友好' },
};
export const assign: SuggestionCommand = {
  type: 'AssignSuggestion',
  data: { department: health, dueOn: '2018-12-01' },
};
export const giveOpinion: SuggestionCommand = { type: 'GiveOpinion', data: { opinion: '建议列入。', supports: true } };
export const refer: SuggestionCommand = {
  type: 'ReferSuggestion',
  data: { to: '市信访局', reason: 'one person or unit only', text: '属个人事项，已转办。' },
};
export const claim = '3f1c5a52-0a43-4f0e-9d0b-6a5b0c8f1e21';
export const mergeInto = (into: SuggestionId): SuggestionCommand => ({ type: 'JoinMain', data: { into, claim } });
export const unmerge: SuggestionCommand = { type: 'UnmergeSuggestion', data: { reason: '地点不同。' } };
export const link: SuggestionCommand = { type: 'LinkSuggestionToCandidate', data: { projectId: project(7) } };
export const answer: SuggestionCommand = { type: 'AnswerSuggestion', data: { answer: '已列入候选项目。' } };
type Criterion = keyof (typeof SuggestionCommands.ScreenSuggestion)['schema']['shape']['criteria']['shape'];
/** All four criteria met but those named. */
export const screen = (
  outcome: 'candidate' | 'reserve pool' | 'not adopted',
  reason?: string,
  ...unmet: Criterion[]
): SuggestionCommand => {
  const criterion = (name: Criterion) => ({ met: !unmet.includes(name), note: '' });
  return {
    type: 'ScreenSuggestion',
    data: {
      outcome,
      ...(reason && { reason }),
      criteria: {
        perceivable: criterion('perceivable'),
        doable: criterion('doable'),
        fundable: criterion('fundable'),
        checkable: criterion('checkable'),
      },
    },
  };
};

/** What happened when these were asked of a new suggestion. */
export const after = (...commands: SuggestionCommand[]) => {
  const stream = suggestionAggregate(suggestionId);
  for (const command of commands) stream.ask(command);
  return stream.log;
};
