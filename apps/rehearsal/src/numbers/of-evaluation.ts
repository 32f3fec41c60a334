import { below, condition, number, unique, type Table } from './table';

const channel: Table = {
  answers: unique('how many answered'),
  score: unique('the score of a channel'),
  weight: unique('a weight of the rule'),
};
const tally = unique('stands in the dossier only; the score is compared');
/** Acceptance, evaluation and what came after. */
export const evaluation: Table = {
  'acceptance.passed': condition,
  'acceptance.items[].passed': condition,
  'lookBacks[].holds': condition,
  'issues[].agendaItem.item': number,
  ...below('evaluation', {
    round: number,
    closed: condition,
    'rectifications[].level': tally,
    'rectifications[].ticket': number,
    'survey.asked': tally,
    'survey.counts[]': tally,
    'thirdParty.dimensions[].score': tally,
    'thirdParty.dimensions[].weight': tally,
    'score.score': 'satisfaction',
    'score.grade': 'grade',
    'score.ratings[]': tally,
    'score.rulesVersion': number,
    ...below('score.channels', {
      ...below('rating', channel),
      ...below('survey', channel),
      ...below('thirdParty', channel),
    }),
    ...below('score.rule', {
      smallestSample: tally,
      'grades[].from': tally,
      'points[]': tally,
      'weights.rating': tally,
      'weights.survey': tally,
      'weights.thirdParty': tally,
    }),
  }),
};
