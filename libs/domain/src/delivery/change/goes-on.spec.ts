import type { DeliveryEvent } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import { projectId, started } from '../delivery.fixtures';
import { deliveryDecider } from '../delivery.decider';
import { assertGoesOn } from './goes-on';

interface Candidate {
  readonly status: string;
}
const delivered = (...past: DeliveryEvent[]) => past.reduce(deliveryDecider.evolve, deliveryDecider.initialState);
const refusal = (candidate: Candidate, ...past: DeliveryEvent[]): string | undefined => {
  try {
    assertGoesOn(projectId, candidate, delivered(...past));
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};
const terminated: DeliveryEvent = {
  type: 'AdjustmentApproved',
  data: {
    projectId,
    adjustment: 1,
    changes: [{ kind: 'terminate' }],
    body: '市政府常务会议',
    heldOn: '2019-04-10',
    documentNo: '9号',
    decidedOn: '2019-04-10',
  },
};

describe('a project that another one goes into', () => {
  it.each<[string, Candidate, DeliveryEvent[]]>([
    ['a candidate', { status: 'proposed' }, []],
    ['adopted and about to begin', { status: 'adopted' }, []],
    ['being delivered', { status: 'adopted' }, [started()]],
    ['delivered, though no candidate is known of it', { status: 'unknown' }, [started()]],
  ])('may be %s', (_, candidate, past) => expect(refusal(candidate, ...past)).toBeUndefined());
  it.each<[string, Candidate, DeliveryEvent[]]>([
    ['unknown', { status: 'unknown' }, []],
    ['shelved', { status: 'shelved' }, []],
    ['passed over', { status: 'passed over' }, []],
    ['ended itself', { status: 'adopted' }, [started(), terminated]],
  ])('may not be %s', (_, candidate, past) => expect(refusal(candidate, ...past)).toBe('PROJECT_DOES_NOT_GO_ON'));
});
