import type { About, Coordinate } from './walk';

const ofProject = ['project'] as const;
const ofPlace = ['project', 'indicator', 'district', 'period'] as const;
const ofLight = ['project', 'period'] as const;
const ofDepartment = ['department', 'period'] as const;

/** What numbers mean, and what each is told apart by. */
export const meanings = {
  'printed number': ofProject,
  target: ['project', 'indicator'],
  'target this year': ofPlace,
  actual: ofPlace,
  percent: ofPlace,
  met: ofPlace,
  'works percent': ofPlace,
  'day it was done': ofPlace,
  'definition: additive': ['project', 'indicator'],
  'definition: applicable': ['project', 'indicator'],
  status: ofProject,
  outcome: ofProject,
  grade: ofProject,
  'light today': ofProject,
  'colour of a light': ofLight,
  'reason of a light': ofLight,
  'schedule of a light': ofLight,
  'points behind of a light': ofLight,
  'turns a light green': ofLight,
  'rules of a light': ofLight,
  'limit of red': ofLight,
  'limit of yellow': ofLight,
  'published: colour': ofLight,
  'published: reason': ofLight,
  'published: actual': ofLight,
  'published: target': ofLight,
  'published: percent': ofLight,
  'published: met': ofLight,
  'published: schedule': ofLight,
  'published: points behind': ofLight,
  'published: turns green': ofLight,
  'published: rules': ofLight,
  'published: limit of red': ofLight,
  'published: limit of yellow': ofLight,
  'later changed': ofLight,
  'projects by colour': ['colour', 'period'],
  satisfaction: ofProject,
  rank: ofDepartment,
  score: ofDepartment,
  'projects led': ofDepartment,
  'months with a light': ofDepartment,
  'months green': ofDepartment,
  'months grey': ofDepartment,
  'share of months green': ofDepartment,
  'mean completion': ofDepartment,
  'indicators led': ofDepartment,
  'indicators capped': ofDepartment,
  'reports overdue': ofDepartment,
  'investment of the year': ofProject,
  'investment in all': ofProject,
  'amount of a source': ['project', 'source'],
  'money done': ofProject,
  'money paid': ofProject,
} as const satisfies Readonly<Record<string, readonly Coordinate[]>>;
export type Meaning = keyof typeof meanings;

/** A number as it stands on a page. */
export interface Shown {
  readonly meaning: Meaning;
  readonly about: About;
  readonly value: string;
  /** The page and the path in its answer; what was counted from a page says so. */
  readonly where: string;
}
