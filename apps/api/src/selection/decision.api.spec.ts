import { clinics, gardens, stadium } from '@minsheng/read-models/testing';
import { commission } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';
import { ballot, candidates, list, opened, putToDecision, rulesAdopted, tally } from './selection.fixtures';

const api = new OpenedApi();

describe('the decision on a list', () => {
  it('is about candidates that were proposed and not shelved', async () => {
    await api.given(opened(), ...candidates, {
      type: 'CandidateShelved',
      data: { projectId: stadium, reason: '用地未落实' },
    });
    expect(
      await api.post(list('putting-to-decision'), { projectIds: [gardens, clinics, stadium] }, commission),
    ).toMatchObject({ status: 409, body: { code: 'CANDIDATE_SHELVED' } });
    expect(
      await api.post(list('putting-to-decision'), { projectIds: [gardens, '511400-2019-nobody0000'] }, commission),
    ).toMatchObject({ status: 409, body: { code: 'CANDIDATES_NOT_PROPOSED' } });
    expect(await api.events()).toEqual([]);
    expect((await api.post(list('putting-to-decision'), { projectIds: [gardens, clinics] }, commission)).status).toBe(
      201,
    );
  });
  it('is not made about one that was shelved at the moment it was put to decision, and is put once more', async () => {
    await api.given(opened(), ...candidates, putToDecision, {
      type: 'CandidateShelved',
      data: { projectId: stadium, reason: '用地未落实' },
    });
    expect(await api.post(list('ballot'), ballot(60, 70, 80), commission)).toMatchObject({
      status: 409,
      body: { code: 'CANDIDATE_SHELVED' },
    });
    expect((await api.post(list('putting-to-decision'), { projectIds: [gardens, clinics] }, commission)).status).toBe(
      201,
    );
  });
  it('answers a retry with the first receipt although a candidate has since been shelved', async () => {
    await api.given(opened(), ...candidates);
    const ask = () =>
      api.post(list('putting-to-decision'), { projectIds: [gardens, clinics] }, commission, { key: 'put-to-decision' });
    const first = await ask();
    await api.post(`projects/${gardens}/shelving`, { reason: '用地未落实' }, commission);
    expect(await ask()).toMatchObject({ status: 201, body: first.body });
  });
  it('names the number of a ballot that does not add up', async () => {
    await api.given(opened(), putToDecision);
    const wrong = {
      ...ballot(60, 70, 80),
      tallies: [tally(gardens, 60), tally(clinics, 70), { ...tally(stadium, 80), abstained: 5 }],
    };
    expect(await api.post(list('ballot'), wrong, commission)).toMatchObject({
      status: 409,
      body: { code: 'BALLOT_SUM_MISMATCH', facts: { projectId: stadium, sum: 105, valid: 100 } },
    });
    expect(await api.post(list('ballot'), { ...ballot(60, 70, 80), issued: 101 }, commission)).toMatchObject({
      status: 409,
      body: {
        code: 'MORE_BALLOTS_THAN_ISSUED',
        messages: { zh: '票数不合：代表 100、发出 101、收回 100、有效 100，后者不能多于前者' },
      },
    });
  });
  it('is what the deputies voted, after a tie is resolved', async () => {
    await api.given(opened(), rulesAdopted, putToDecision);
    await api.post(list('ballot'), ballot(80, 70, 70), commission);
    expect(await api.post(list('adoption'), { announcementNo: '1号' }, commission)).toMatchObject({
      status: 409,
      body: { code: 'TIE_AT_CUT_OFF', facts: { tied: 2 } },
    });
    await api.post(list('tie-resolution'), { chosen: [stadium], how: '再次票决' }, commission);
    expect((await api.post(list('adoption'), { announcementNo: '1号' }, commission, { on: '2019-01-15' })).status).toBe(
      201,
    );
    expect((await api.events()).at(-1)).toMatchObject({
      type: 'AnnualListAdopted',
      data: { adopted: [gardens, stadium], passedOver: [clinics], adoptedOn: '2019-01-15', rulesVersion: 1 },
    });
  });
  it('is what government decided', async () => {
    await api.given(opened({ mode: 'government' }), rulesAdopted, putToDecision);
    expect(await api.post(list('ballot'), ballot(80, 70, 60), commission)).toMatchObject({
      status: 409,
      body: { code: 'LIST_IS_DECIDED_BY_GOVERNMENT' },
    });
    await api.post(
      list('government-decision'),
      { body: '市人民政府', heldOn: '2019-01-10', documentNo: '1号', projectIds: [clinics, gardens] },
      commission,
    );
    await api.post(list('adoption'), { announcementNo: '1号' }, commission);
    expect((await api.events()).at(-1)!.data).toMatchObject({
      adopted: [clinics, gardens],
      passedOver: [stadium],
      body: '市人民政府',
    });
  });
});
