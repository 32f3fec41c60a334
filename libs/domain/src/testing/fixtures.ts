import {
  Commitment,
  DepartmentName,
  DistrictName,
  Indicator,
  IndicatorId,
  ListId,
  Month,
  ProjectId,
  Rules,
  SuggestionId,
  defaultRules,
  type Actor,
} from '@minsheng/contracts';
import { WorkingCalendar } from '../indicator/working-days';

export const listId = ListId.parse('511400-2019');
const ofList = (letter: string, number: number) => `${listId}-${letter}${String(number).padStart(9, '0')}`;
export const project = (number: number): ProjectId => ProjectId.parse(ofList('p', number));
export const suggestion = (number: number): SuggestionId => SuggestionId.parse(ofList('s', number));
/** A month of 2019, the year of the list. */
export const month = (number: number): Month => Month.parse(`2019-${String(number).padStart(2, '0')}`);

export const housing = DepartmentName.parse('市住建局');
export const transport = DepartmentName.parse('市交通运输局');
export const health = DepartmentName.parse('市卫健委');
export const dongpo = DistrictName.parse('东坡区');
export const pengshan = DistrictName.parse('彭山区');

const ofDepartment = (id: string, organisation: DepartmentName): Actor => ({ id, role: 'department', organisation });
export const housingOfficer = ofDepartment('officer-41', housing);
export const transportOfficer = ofDepartment('officer-52', transport);
export const healthOfficer = ofDepartment('officer-63', health);
export const commission: Actor = { id: 'commission-1', role: 'commission' };
export const timer: Actor = { id: 'timer', role: 'timer' };

/** As it is before any notice was adopted. */
export const calendar = new WorkingCalendar();
export const rules = (change: object = {}): Rules => Rules.parse({ ...defaultRules, ...change });
export const [i1, i2] = ['i1', 'i2'].map((id) => IndicatorId.parse(id));
/** A count led by housing, unless the change says otherwise. */
export const indicator = (change: object = {}): Indicator =>
  Indicator.parse({
    id: 'i1',
    name: '新建改建公厕',
    unit: '座',
    comparator: '>=',
    target: '60',
    additive: true,
    applicable: true,
    lead: housing,
    steps: [],
    ...change,
  });
export const commitment = (...indicators: Indicator[]): Commitment =>
  Commitment.parse({
    title: '新建改建农村公厕',
    domain: '环境友好',
    indicators: indicators.length > 0 ? indicators : [indicator()],
    coDepartments: [],
    suggestions: [],
  });
