import { benches, lamps, received, works } from '@minsheng/read-models/testing';
import { commission, ofHealth, ofWorks } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';
import { assigned, at, criteria, registered } from './suggestion.fixtures';

const api = new OpenedApi();
describe('staff', () => {
  it('register, assign, hear the department, screen and answer', async () => {
    await api.given(received(lamps));
    for (const [act, body, person] of [
      ['registration', { title: '增加路灯', domain: '行有所畅' }, commission],
      ['assignment', { department: works, dueOn: '2018-10-20' }, commission],
      ['opinions', { opinion: '可行', supports: true }, ofWorks],
      ['screening', { criteria, outcome: 'reserve pool', reason: '资金未落实' }, commission],
      ['answer', { answer: '已入储备库' }, commission],
    ] as const)
      expect(await api.post(at(lamps, act), body, person)).toMatchObject({ status: 201, body: { id: lamps } });
    expect((await api.events()).map(({ type, metadata }) => [type, (metadata.actor as { role: string }).role])).toEqual(
      [
        ['SuggestionRegistered', 'commission'],
        ['SuggestionAssigned', 'commission'],
        ['OpinionGiven', 'department'],
        ['SuggestionScreened', 'commission'],
        ['SuggestionAnswered', 'commission'],
      ],
    );
  });
  it('refer what is out of scope, with a reason from the list', async () => {
    await api.given(received(lamps));
    expect(
      await api.post(at(lamps, 'referral'), { to: '市交警支队', reason: 'a bad day', text: '个案' }, commission),
    ).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reason' }] } });
    expect(
      (
        await api.post(
          at(lamps, 'referral'),
          { to: '市交警支队', reason: 'one person or unit only', text: '个案' },
          commission,
        )
      ).status,
    ).toBe(201);
  });
  it('merge and undo it', async () => {
    await api.given(received(lamps), registered(lamps), received(benches), registered(benches));
    expect((await api.post(at(benches, 'merge'), { into: lamps }, commission)).status).toBe(201);
    expect((await api.post(at(benches, 'unmerge'), { reason: '不是一件事' }, commission)).status).toBe(201);
    expect((await api.events()).map(({ type, data }) => [type, data.into ?? data.from ?? data.member])).toEqual([
      ['SuggestionMerged', lamps],
      ['MemberTaken', benches],
      ['SuggestionUnmerged', lamps],
    ]);
  });
  it.each([
    ['MERGE_TARGET_UNKNOWN', 409, '511400-2019-nobody0000'],
    ['NOT_MERGED_INTO_ITSELF', 409, benches],
    ['MERGED_INTO_OWN_MEMBER', 409, lamps],
    ['MALFORMED', 400, 'lamps'],
  ])('cannot merge where that is %s', async (code, status, into) => {
    await api.given(received(lamps), registered(lamps), received(benches), registered(benches));
    if (code === 'MERGED_INTO_OWN_MEMBER')
      await api.given({ type: 'SuggestionMerged', data: { suggestionId: lamps, into: benches } });
    expect(await api.post(at(benches, 'merge'), { into }, commission)).toMatchObject({ status, body: { code } });
    expect(await api.events()).toEqual([]);
  });
  it('get the first receipt of a merge although its target has since been merged itself', async () => {
    await api.given(received(lamps), registered(lamps), received(benches), registered(benches));
    const first = await api.post(at(benches, 'merge'), { into: lamps }, commission, { key: 'merge-benches' });
    await api.store.append(`suggestion-${lamps}`, 'any', [
      {
        id: '00000000-0000-4000-a000-000000000001',
        type: 'SuggestionMerged',
        version: 1,
        data: JSON.stringify({ suggestionId: lamps, into: benches }),
        metadata: '{}',
      },
    ]);
    expect(await api.post(at(benches, 'merge'), { into: lamps }, commission, { key: 'merge-benches' })).toMatchObject({
      status: 201,
      body: first.body,
    });
  });
  it('of another department give no opinion', async () => {
    await api.given(received(lamps), registered(lamps), assigned);
    expect(await api.post(at(lamps, 'opinions'), { opinion: '可行', supports: true }, ofHealth)).toMatchObject({
      status: 403,
      body: { code: 'NOT_THE_HANDLING_DEPARTMENT' },
    });
  });
  it('are told what is missing for a candidate', async () => {
    await api.given(received(lamps), registered(lamps));
    expect(
      await api.post(
        at(lamps, 'screening'),
        { criteria: { ...criteria, fundable: { met: false, note: '' } }, outcome: 'candidate' },
        commission,
      ),
    ).toMatchObject({ status: 409, body: { code: 'CRITERIA_NOT_MET' } });
    expect(
      await api.post(at('511400-2019-nobody0000', 'registration'), { title: '无', domain: '其他' }, commission),
    ).toMatchObject({ status: 404, body: { code: 'SUGGESTION_UNKNOWN' } });
  });
});
