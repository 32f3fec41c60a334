import { defaultRules } from '@minsheng/contracts';

/** One list, three candidates, three suggestions and a meeting. */
export const listId = '511400-2019';
export const gardens = '511400-2019-gardens001';
export const clinics = '511400-2019-clinics002';
export const stadium = '511400-2019-stadium003';
export const lamps = '511400-2019-lamps00001';
export const benches = '511400-2019-benches002';
export const parking = '511400-2019-parking003';
export const works = '市住房和城乡建设局';
export const health = '市卫生健康委员会';
export const council = '511400-2019-council001';
export const rater = 'a'.repeat(32);
export const secondRater = 'b'.repeat(32);
export const rules = defaultRules;

export const indicator = (over: object = {}) => ({
  id: 'i1',
  name: '新建口袋公园',
  unit: '个',
  comparator: '>=',
  target: '12',
  additive: true,
  applicable: true,
  lead: works,
  steps: [],
  ...over,
});
export const commitment = (over: object = {}) => ({
  title: '新建口袋公园',
  domain: '环境友好',
  indicators: [indicator()],
  coDepartments: [],
  suggestions: [],
  ...over,
});
export const words = { person: '8f1d6b0a-6f0e-4f43-9a55-0f6b7c7c2f10', iv: 'iviviviviviviviv', cipher: 'sealed' };
