import { DepartmentName, type DeliveryCommand, type DeliveryEvent } from '@minsheng/contracts';
import { commission, health, housing, housingOfficer, transport, transportOfficer } from '../../testing/fixtures';
import { given, projectId, started, startedDelivery } from '../delivery.fixtures';
import { assertSeesLiaisons } from './liaison';

const contact = { person: '7c9e6679-7425-40de-944b-e07fc1f90ae7', iv: 'aXY', cipher: 'Y2lwaGVy' };
const record = (department: DepartmentName): DeliveryCommand => ({
  type: 'RecordLiaison',
  data: { department, contact },
});
const appointed = (department: DepartmentName): DeliveryEvent => ({
  type: 'LiaisonAppointed',
  data: { projectId, department, contact },
});
const helped = (): DeliveryEvent => {
  const begun = started();
  return { ...begun, data: { ...begun.data, commitment: { ...begun.data.commitment, coDepartments: [transport] } } };
};

describe('a liaison officer', () => {
  it('is named by the department itself or by the commission', () => {
    given(helped()).when(record(housing), { by: housingOfficer }).then(appointed(housing));
    given(helped()).when(record(transport), { by: transportOfficer }).then(appointed(transport));
    given(helped())
      .when(record(transport), { by: { ...commission, organisation: DepartmentName.parse('市发展改革委') } })
      .then(appointed(transport));
  });
  it('is not named by another department', () =>
    given(helped()).when(record(transport), { by: housingOfficer }).thenRefused('LIAISON_OF_ANOTHER_DEPARTMENT'));
  it('is of a department that leads or helps', () =>
    given(helped()).when(record(health), { by: commission }).thenRefused('DEPARTMENT_TAKES_NO_PART'));
  it('is shown to the commission and to who takes part, and to no other department', () => {
    const delivery = startedDelivery().started();
    for (const who of [commission, housingOfficer]) assertSeesLiaisons(delivery, who);
    for (const who of [
      { ...housingOfficer, organisation: health },
      { ...housingOfficer, organisation: undefined },
    ])
      expect(() => assertSeesLiaisons(delivery, who)).toThrow(expect.objectContaining({ code: 'NOT_A_PARTICIPANT' }));
  });
  it('may be another one later', () =>
    given(helped(), appointed(housing)).when(record(housing), { by: housingOfficer }).then(appointed(housing)));
  it('is erased with those before, and the department may name another', () => {
    const erase: DeliveryCommand = { type: 'EraseLiaison', data: { department: housing } };
    const erased: DeliveryEvent = { type: 'LiaisonErased', data: { projectId, department: housing } };
    given(helped(), appointed(housing), appointed(housing)).when(erase, { by: commission }).then(erased);
    given(helped(), appointed(housing), erased).when(erase).thenRefused('LIAISON_NOT_APPOINTED');
    given(helped(), appointed(housing), erased, appointed(housing)).when(erase).then(erased);
    given(helped(), appointed(transport)).when(erase).thenRefused('LIAISON_NOT_APPOINTED');
    given().when(erase).thenRefused('DELIVERY_NOT_STARTED');
  });
  it('is there for a project that is delivered', () => {
    given().when(record(housing)).thenRefused('DELIVERY_NOT_STARTED');
    given(started(), {
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
    })
      .when(record(housing))
      .thenRefused('DELIVERY_NOT_UNDER_WAY');
  });
});
