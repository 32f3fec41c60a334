import { eventsByCategory } from '@minsheng/contracts';
import type { UNREADABLE } from '@minsheng/vault';
import type { ProjectRow, SuggestionRow, TimelineRow } from '@minsheng/read-models';
import { betweenSuggestions, mainOf, stepsOf } from './course';

type Project = Pick<ProjectRow, 'projectId' | 'title' | 'status' | 'no'>;

/** What became of the candidate project that a suggestion went into, in words; only what is on the list has a page. */
const projectView = ({ projectId, title, status, no }: Project) => {
  switch (status) {
    case 'candidate':
      return { title, zh: '已进入候选项目，等待决定', en: 'A candidate project now, to be decided on' };
    case 'shelved':
      return { title, zh: '候选项目已搁置，本年不再提交决定', en: 'The candidate was shelved and is not decided on' };
    case 'passed over':
      return { title, zh: '候选项目未入选本年清单', en: 'The candidate was not chosen for the list of the year' };
    default:
      return { title, projectId, no, zh: '已列入年度清单', en: 'On the annual list' };
  }
};

/** What its candidates came to, best first; where none names it, what it was screened or referred as. */
const outcomeOf = (
  { outcome }: SuggestionRow,
  projects: readonly Project[],
): SuggestionRow['outcome'] | 'on the list' | 'passed over' | 'shelved' => {
  const has = (status: Project['status']) => projects.some((project) => project.status === status);
  const decided = ['candidate', 'passed over', 'shelved'] as const;
  if (projects.length === 0) return outcome;
  if (projects.some(({ status }) => !decided.some((each) => each === status))) return 'on the list';
  return decided.find(has)!;
};

/**
 * What staff see: the row, and the person's words instead of their cipher; null once the person has been erased,
 * `unreadable` where the vault's row is damaged.
 */
export const staffView = (
  { words: _sealed, statusBeforeMerge: _before, ...row }: SuggestionRow,
  words: { readonly title: string; readonly content: string } | null | typeof UNREADABLE,
) => ({ ...row, words });

/** What they see of one alone: outcome and answer of the main one where it was merged, and its members. */
export const matterView = (
  course: readonly SuggestionRow[],
  projects: readonly Project[],
  members: readonly string[],
) => {
  const { answer, referral } = course[course.length - 1];
  return {
    outcome: outcomeOf(course[course.length - 1], projects),
    answer,
    referral,
    projectIds: projects.map(({ projectId }) => projectId),
    members,
  };
};

/** What becomes of a candidate is a step of the suggestions that went into it. */
const isFateOfCandidate = (type: string): boolean =>
  type !== 'CandidateProposed' && eventsByCategory.candidate.types.includes(type);
const sentenceOf = ({ type, sentence, projectId }: TimelineRow, projects: readonly Project[]): string | undefined => {
  if (betweenSuggestions.has(type)) return betweenSuggestions.get(type);
  // what it was screened as may be past by now: the outcome says how it stands
  if (type === 'SuggestionAnswered' && projects.length > 0) return '答复';
  return projectId ? `${projects.find((project) => project.projectId === projectId)!.title}：${sentence}` : sentence;
};
const publicSteps = (steps: readonly TimelineRow[], projects: readonly Project[]) =>
  [...steps]
    .sort((a, b) => (a.position < b.position ? -1 : 1))
    .flatMap((step) => {
      const sentence = sentenceOf(step, projects);
      return sentence ? [{ on: step.on, sentence }] : [];
    });

/**
 * What anyone with the code sees: no words of a person, and answer, projects and steps of the main suggestion where it
 * was merged (invariant 23).
 */
export const trackingView = (
  course: readonly SuggestionRow[],
  projects: readonly Project[],
  steps: readonly TimelineRow[],
) => {
  const [{ trackingCode, receivedOn, status, title, domain }] = course;
  const main = mainOf(course);
  const { referral, answer } = main ?? course[0];
  const ofCandidates = steps.filter(({ type }) => isFateOfCandidate(type));
  return {
    trackingCode,
    receivedOn,
    status,
    title,
    domain,
    ...(main && { mergedWith: { title: main.title, status: main.status } }),
    projects: projects.map(projectView),
    outcome: outcomeOf(main ?? course[0], projects),
    referredTo: referral?.to ?? null,
    answer,
    steps: publicSteps([...stepsOf(course, steps), ...ofCandidates], projects),
  };
};
