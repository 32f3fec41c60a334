import { evaluation } from './of-evaluation';
import type { PageName } from './pages';
import { below, condition, number, unique, type Table } from './table';

const position = unique('a position in the log');
const version = unique('a version for If-Match');
const counted = unique('a count or sum that stands here only');

const promise = unique('part of the promise; what comes of it is compared');
const figure: Table = {
  actual: 'actual',
  percent: 'percent',
  met: 'met',
  worksPercent: 'works percent',
  doneOn: 'day it was done',
};
const indicator: Table = {
  ...figure,
  target: 'target',
  targetThisYear: 'target this year',
  ...below('byDistrict[]', { ...figure, target: 'target this year', ownLevel: unique('whose target it is') }),
};
const definition: Table = {
  target: 'target',
  additive: 'definition: additive',
  applicable: 'definition: applicable',
  ceiling: unique('limit of a range'),
  baseline: unique('where the year began'),
  'steps[].quantity': unique('a dated step'),
  'stageGoals[].year': promise,
  'stageGoals[].target': promise,
  stretch: promise,
  checkpoints: promise,
};
const light: Table = {
  ...below('now', {
    colour: 'colour of a light',
    why: 'reason of a light',
    ...below('worst', { actual: 'actual', target: 'target this year', percent: 'percent', met: 'met' }),
    'worst.line': 'schedule of a light',
    'worst.behind': 'points behind of a light',
    'turnsGreen.value': 'turns a light green',
    rulesVersion: 'rules of a light',
    'rule.redOver': 'limit of red',
    'rule.yellowFrom': 'limit of yellow',
  }),
  ...below('published', {
    colour: 'published: colour',
    why: 'published: reason',
    'worst.actual': 'published: actual',
    'worst.target': 'published: target',
    'worst.percent': 'published: percent',
    'worst.met': 'published: met',
    'worst.line': 'published: schedule',
    'worst.behind': 'published: points behind',
    'turnsGreen.value': 'published: turns green',
    rulesVersion: 'published: rules',
    'rule.redOver': 'published: limit of red',
    'rule.yellowFrom': 'published: limit of yellow',
  }),
};
const source: Table = {
  'source.version': number,
  'source.position': position,
  'source.laterCorrected': condition,
};
const warned: Table = {
  no: 'printed number',
  colour: 'colour of a light',
  why: 'reason of a light',
  published: 'published: colour',
  laterChanged: 'later changed',
  ...below('worst', { actual: 'actual', target: 'target this year', percent: 'percent', met: 'met' }),
  'worst.line': 'schedule of a light',
  'worst.behind': 'points behind of a light',
  'turnsGreen.value': 'turns a light green',
  'sites[].no': number,
};
const place: Table = {
  rank: 'rank',
  score: 'score',
  projects: 'projects led',
  months: 'months with a light',
  monthsGreen: 'months green',
  monthsGrey: 'months grey',
  greenShare: 'share of months green',
  completion: 'mean completion',
  indicators: 'indicators led',
  capped: 'indicators capped',
  overdueReports: 'reports overdue',
};
const money: Table = { done: 'money done', paid: 'money paid' };
const sheet: Table = {
  'values.{indicator}.{district}[]': unique('a cell of a month; the newest by a month is compared'),
  'besides.{indicator}.{district}.{period}.worksPercent': unique('a cell of a month'),
  'summed.{indicator}[]': unique('months whose whole is a sum'),
};

/** Every path of an answer that holds a number: what it means, or why nothing can be held against it. */
export const ofPage: Readonly<Record<PageName, Table>> = {
  board: {
    'lights.{colour}': 'projects by colour',
    ...below('projects[]', {
      no: 'printed number',
      status: 'status',
      outcome: 'outcome',
      grade: 'grade',
      light: 'light today',
      satisfaction: 'satisfaction',
      openIssues: counted,
      openOrders: counted,
      overdueReports: counted,
      'lights[].colour': 'colour of a light',
      'lights[].why': 'reason of a light',
      'lights[].laterChanged': 'later changed',
      ...below('indicators[]', indicator),
    }),
  },
  dossier: {
    no: 'printed number',
    regionCode: number,
    status: 'status',
    outcome: 'outcome',
    grade: 'grade',
    light: 'light today',
    satisfaction: 'satisfaction',
    ...evaluation,
    ...below('indicators[]', { ...definition, ...indicator }),
    ...below('original.indicators[]', { ...definition, target: unique('as it was promised first') }),
    ...below('lights[]', light),
    'span.from': promise,
    'span.to': promise,
    'original.span.from': promise,
    'original.span.to': promise,
    'investment.year': 'investment of the year',
    'investment.total': 'investment in all',
    'investment.bySource[].amount': 'amount of a source',
    candidateVersion: version,
    deliveryVersion: version,
    evaluationVersion: version,
    'timeline[].position': position,
    'issues[].issue': number,
    'issues[].overdue': condition,
    'orders[].order': number,
    'orders[].overdue': condition,
    'adjustments[].adjustment': number,
    'adjustments[].check.supported': condition,
    'escalations[].step.when.months': unique('a limit of the rule'),
  },
  ledger: below('projects[]', {
    no: 'printed number',
    ...below('indicators[]', definition),
    'targets.{indicator}[].target': unique('by districts; the board has the same by indicator'),
    'targets.{indicator}[].ownLevel': condition,
    'closed.{period}': position,
    ...below('verified', sheet),
    ...below('claimed', sheet),
    ...below('reports.{department}', {
      version: number,
      late: condition,
      ...below('money', { done: condition, paid: condition }),
      'verified.version': number,
      'verified.position': position,
      ...below('verified.money', { done: condition, paid: condition }),
    }),
  }),
  lights: below('lights[]', {
    ...light,
    laterChanged: 'later changed',
    reopened: condition,
    'history[].position': position,
    'history[].cause.position': position,
    'history[].cause.version': number,
  }),
  ranking: {
    ...below('places[]', place),
    'formula.green': unique('a constant of the formula'),
    'formula.completion': unique('a constant of the formula'),
    'formula.perOverdue': unique('a constant of the formula'),
  },
  bulletin: {
    'colours[].count': 'projects by colour',
    'overdue[].no': 'printed number',
    ...below('laggards[]', warned),
    ...below('caughtUpLater[]', warned),
    ...below('ranking.places[]', place),
    ...below('projects[]', {
      no: 'printed number',
      status: 'status',
      light: 'colour of a light',
      ...below('figures[]', {
        ...figure,
        target: 'target this year',
        ...source,
        ...below('districtsBelowAnnualTarget[]', { ...figure, ...source, target: 'target this year' }),
      }),
    }),
  },
  investment: {
    ...below('projects[]', {
      ...money,
      no: 'printed number',
      'planned.year': 'investment of the year',
      'planned.total': 'investment in all',
      'bySource[].amount': 'amount of a source',
      'bySource[].share': condition,
      donePercent: condition,
      paidPercent: condition,
      'worksProgress[].worksPercent': 'works percent',
    }),
    ...below('total', {
      planned: counted,
      done: counted,
      paid: counted,
      donePercent: condition,
      paidPercent: condition,
      'bySource[].amount': counted,
      'bySource[].share': condition,
    }),
  },
};
