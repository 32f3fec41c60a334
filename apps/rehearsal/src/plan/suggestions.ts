import { persons } from './persons';
import type { PlannedProject, YearPlan } from './year-plan';

/** One suggestion on its way through collection and screening. */
export interface PlannedSuggestion {
  readonly key: string;
  readonly title: string;
  readonly content: string;
  readonly domain: string;
  readonly district?: string;
  /** Number of the citizen who writes online; absent where staff key in what came on paper or by phone. */
  readonly citizen?: number;
  readonly channel?: string;
  /** Index in `persons`; absent: anonymous. */
  readonly person?: number;
  readonly department: string;
  readonly fate: 'candidate' | 'merged' | 'referred' | 'reserve pool' | 'not adopted';
  /** Of the project it leads to, or of the suggestion it is merged into. */
  readonly of?: string;
}

const CHANNELS = [
  '12345 hotline',
  'letter',
  'deputy',
  'walk-in',
  'CPPCC member',
  'town office',
  'phone',
  'e-mail',
] as const;
const clip = (text: string) => text.slice(0, 190);

const forProject = ({ key, item, commitment, leads }: PlannedProject, index: number): PlannedSuggestion[] => {
  const district = item.indicators.flatMap(({ by_district: rows }) => rows ?? [])[0]?.district;
  const common = { domain: commitment.domain, department: leads[0], ...(district && { district }) };
  const channel = CHANNELS[index % CHANNELS.length];
  return [
    {
      ...common,
      key: `${key}-s1`,
      title: clip(`希望办好：${item.title}`),
      content: `身边很多人都盼着这件事：${clip(item.title)}。希望列入明年的民生实事。`,
      citizen: index,
      person: index % persons.length,
      fate: 'candidate',
      of: key,
    },
    {
      ...common,
      key: `${key}-s2`,
      title: clip(`反映：${item.title}`),
      content: `来件反映群众对「${clip(item.title)}」的需求，请研究。`,
      channel,
      person: (index + 5) % persons.length,
      fate: 'candidate',
      of: key,
    },
    ...(index === 0
      ? [
          {
            ...common,
            key: `${key}-s3`,
            title: clip(`同一事项：${item.title}`),
            content: '与前件同一事项，再次反映。',
            channel: 'town office',
            person: 7,
            fate: 'merged' as const,
            of: `${key}-s1`,
          },
        ]
      : []),
  ];
};

/** A few per project, one that comes twice, one out of scope, one for the reserve pool, one not adopted. */
export const suggestionsOf = ({ projects }: YearPlan): readonly PlannedSuggestion[] => {
  const common = { domain: '其他', department: projects[0]?.leads[0] ?? '' };
  return [
    ...projects.flatMap(forProject),
    {
      ...common,
      key: 'x1',
      title: '个人劳动争议',
      content: '与原单位的工资争议，请帮助解决。',
      channel: '12345 hotline',
      person: 9,
      fate: 'referred',
    },
    {
      ...common,
      key: 'x2',
      title: '建设社区记忆馆',
      content: '建议把老街区的故事收集起来，建一座小型记忆馆。',
      citizen: 40,
      person: 10,
      fate: 'reserve pool',
    },
    {
      ...common,
      key: 'x3',
      title: '增设观光索道',
      content: '建议在城郊增设观光索道。',
      citizen: 41,
      fate: 'not adopted',
    },
  ];
};
