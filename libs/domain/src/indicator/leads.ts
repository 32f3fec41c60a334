import type { Commitment, DepartmentName } from '@minsheng/contracts';

/** The departments that lead at least one indicator which concerns this place, each once, in the order of the list. */
export const leadsOf = <Lead extends string>(
  indicators: readonly { readonly applicable: boolean; readonly lead: Lead }[],
): Lead[] => [...new Set(indicators.filter(({ applicable }) => applicable).map(({ lead }) => lead))];

/** Every department that a promise names. */
export const departmentsOf = ({
  indicators,
  coDepartments,
}: Pick<Commitment, 'indicators' | 'coDepartments'>): readonly DepartmentName[] => [
  ...indicators.map(({ lead }) => lead),
  ...coDepartments,
];

/** Whether a department leads an indicator or is named as a co-department. */
export const takesPart = (
  { indicators, coDepartments }: Pick<Commitment, 'indicators' | 'coDepartments'>,
  department: DepartmentName | undefined,
): boolean => department !== undefined && [...leadsOf(indicators), ...coDepartments].includes(department);
