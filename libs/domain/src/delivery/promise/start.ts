import { yearOf, type EventData } from '@minsheng/contracts';
import type { PromiseState } from '../delivery.state';

/** The promise as it was adopted, before it is broken down. */
export const promised = ({
  projectId,
  commitment,
  adoptedBy,
  rulesVersion,
  rules,
}: EventData<'DeliveryStarted'>): PromiseState => ({
  commitment,
  year: yearOf(projectId),
  adoptedBy,
  ruleSets: [{ rulesVersion, rules }],
  districts: {},
  liaisons: {},
});
