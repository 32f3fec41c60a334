import type { Actor, Category } from '@minsheng/contracts';
import { commission, listId, project, rules, suggestion } from './fixtures';

/** A command as a client sends it, with the stream it goes to. */
export interface SentCommand {
  readonly category: Category;
  /** Streams of one category that begin anew. */
  readonly stream: string;
  readonly type: string;
  readonly data: object;
  readonly by: Actor;
  readonly today: string;
}

/** The stream that a category's commands go to. */
export const idOf: Readonly<Record<Exclude<Category, 'rating'>, string>> = {
  suggestion: suggestion(1),
  candidate: project(7),
  'annual-list': listId,
  delivery: project(7),
  sites: project(7),
  meeting: '511400-2019-m000000001',
  evaluation: project(7),
  'functional-zone': '510171',
  calendar: 'CN',
};

export type Sent = readonly [type: string, data: object, by?: Actor, today?: string];
export const sentTo = (category: Category, stream: string, ...commands: readonly Sent[]): SentCommand[] =>
  commands.map(([type, data, by = commission, today = '2019-12-31']) => ({ category, stream, type, data, by, today }));

export const lead = '市住建局';
export const other = '市交通运输局';
export const [east, hill, group] = ['东坡区', '彭山区', '青神洪雅组'];
export const evidence = [{ kind: 'photo', caption: '现场照片' }];
export const listRules = rules({ acceptanceLevels: ['县级自验', '市级复核'], completionAsks: 'the whole' });
export const commitment = {
  title: '新建改建农村公厕',
  domain: '环境友好',
  indicators: [
    {
      id: 'i1',
      name: '新建改建公厕',
      unit: '座',
      comparator: '>=',
      target: '60',
      targetText: '六十座以上',
      additive: true,
      applicable: true,
      lead,
      steps: [{ due: '2019-06', text: '过半开工', quantity: '30' }],
      stageGoals: [{ year: 2019, goal: '当年建成六十座' }],
    },
    {
      id: 'i2',
      name: '管护到位',
      unit: '处',
      comparator: '>=',
      target: null,
      additive: false,
      applicable: true,
      lead,
      steps: [],
    },
  ],
  coDepartments: [other],
  suggestions: [],
};
export const decided = {
  bodyKind: 'congress standing committee' as const,
  body: '市人大常委会',
  heldOn: '2019-12-31',
  documentNo: '眉人大〔2019〕7号',
};
