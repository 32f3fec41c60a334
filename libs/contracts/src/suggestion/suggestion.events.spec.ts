import { definitionsIn, keepsItsStoredSamples } from '../testing/stored-samples';
import * as events from './suggestion.events';

/** One text per version, as it lies in the log: the next version adds a line, none is ever edited. */
const stored = {
  SuggestionReceived: [
    '{"anonymous":false,"channel":"12345 ' +
      'hotline","district":"东坡区","domain":"环境友好","listId":"511400-2019","receivedOn":"2018-10-08","suggestionId":"511400-2019-s000000001","trackingCode":"A2B3C4D5E6","words":{"cipher":"b3BhcXVl","iv":"MDEyMzQ1Njc4OWFi","person":"7c9e6679-7425-40de-944b-e07fc1f90ae7"}}',
  ],
  SuggestionRegistered: ['{"domain":"环境友好","suggestionId":"511400-2019-s000000001","title":"农村公厕太少"}'],
  SuggestionReferred: [
    '{"reason":"court, arbitration, review or petition","suggestionId":"511400-2019-s000000001","text":"属信访事项，' +
      '已转市信访局办理。","to":"市信访局"}',
  ],
  SuggestionMerged: ['{"into":"511400-2019-s000000002","suggestionId":"511400-2019-s000000001"}'],
  SuggestionUnmerged: [
    '{"from":"511400-2019-s000000002","reason":"地点不同，不是同一事项。","suggestionId":"511400-2019-s000000001"}',
  ],
  SuggestionAssigned: ['{"department":"市住建局","dueOn":"2018-11-02","suggestionId":"511400-2019-s000000001"}'],
  OpinionGiven: [
    '{"department":"市住建局","opinion":"建议列入，资金可由市县两级分担。","suggestionId":"511400-2019-s000000001","supports":true}',
  ],
  SuggestionScreened: [
    '{"criteria":{"checkable":{"met":true,"note":""},"doable":{"met":true,"note":""},"fundable":{"met":false,"note":"资金未落实"},"perceivable":{"met":true,"note":""}},"outcome":"reserve pool","reason":"资金未落实，转入项目储备库。","suggestionId":"511400-2019-s000000001"}',
  ],
  SuggestionLinkedToCandidate: ['{"projectId":"511400-2019-p000000007","suggestionId":"511400-2019-s000000001"}'],
  SuggestionAnswered: [
    '{"answer":"您的建议已列入2019年候选项目。","outcome":"candidate","suggestionId":"511400-2019-s000000001"}',
  ],
};

describe('the stored events of suggestion', () => keepsItsStoredSamples(definitionsIn(events), stored));
