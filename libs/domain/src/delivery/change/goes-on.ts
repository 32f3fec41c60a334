import type { ProjectId } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import type { Delivery } from '../delivery.state';
import { hasEnded } from '../promise/status';

export type GoesOnRefusal = 'PROJECT_DOES_NOT_GO_ON';

/**
 * What a project is split or merged into has to be there and to go on: a candidate that may still be adopted, or a
 * delivery that has not ended. Asked by the handler. @throws PROJECT_DOES_NOT_GO_ON
 */
export const assertGoesOn = (
  projectId: ProjectId,
  candidate: { readonly status: string },
  delivery: Delivery,
): void => {
  const goesOn =
    delivery.status === 'not started'
      ? candidate.status === 'proposed' || candidate.status === 'adopted'
      : !hasEnded(delivery);
  if (!goesOn) throw new Refusal<GoesOnRefusal>('PROJECT_DOES_NOT_GO_ON', { projectId });
};
