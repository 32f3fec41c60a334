import { NATION, type Actor } from '@minsheng/contracts';
import { Refusal } from '../decider';

export type NationalRefusal = 'NATIONAL_SCOPE_REQUIRED';

/** The registers hold for every region: nobody of a single region keeps them. @throws NATIONAL_SCOPE_REQUIRED */
export const assertNational = ({ region }: Actor): void => {
  if (region !== NATION) throw new Refusal<NationalRefusal>('NATIONAL_SCOPE_REQUIRED', { region: region ?? '-' });
};
