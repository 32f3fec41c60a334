import type { CommandOf, SuggestionCommand } from '@minsheng/contracts';
import { after, assign, given, receive, register } from './suggestion.fixtures';

const receivedOn = (day: string): SuggestionCommand => ({
  type: 'ReceiveSuggestion',
  data: { ...(receive as CommandOf<'ReceiveSuggestion'>).data, receivedOn: day },
});
const dueOn = (day: string): SuggestionCommand => ({
  type: 'AssignSuggestion',
  data: { ...(assign as CommandOf<'AssignSuggestion'>).data, dueOn: day },
});
const [yesterday, today, tomorrow] = ['2018-11-19', '2018-11-20', '2018-11-21'];

describe('a suggestion', () => {
  it('is received by today', () => {
    given().when(receivedOn(tomorrow)).thenRefused('RECEIVED_IN_THE_FUTURE');
    for (const day of [yesterday, today]) given().when(receivedOn(day)).thenMatches({ type: 'SuggestionReceived' });
  });
  it('is not assigned with a day that has passed', () => {
    const registered = after(receive, register);
    given(...registered)
      .when(dueOn(yesterday))
      .thenRefused('OPINION_DUE_IN_THE_PAST');
    for (const day of [today, tomorrow])
      given(...registered)
        .when(dueOn(day))
        .thenMatches({ type: 'SuggestionAssigned' });
  });
});
