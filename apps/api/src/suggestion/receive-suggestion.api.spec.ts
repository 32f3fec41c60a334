import { listId } from '@minsheng/read-models/testing';
import { citizen, commission, deputy, neighbour } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';
import { letter, listOpened, suggestion, suggestions } from './suggestion.fixtures';

const api = new OpenedApi();
describe('a citizen who suggests', () => {
  beforeEach(() => api.given(listOpened));

  it('gets a receipt with a code to follow it by', async () => {
    const { status, body } = await api.post(suggestions, suggestion, citizen, { on: '2018-09-01' });
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        id: expect.stringMatching(/^511400-2019-[0-9a-z]{10}$/),
        streamVersion: 1,
        position: '2',
        trackingCode: expect.stringMatching(/^[2-9A-HJ-NP-Z]{10}$/),
      },
    });
    expect(await api.events()).toMatchObject([
      {
        stream: `suggestion-${body.id}`,
        type: 'SuggestionReceived',
        data: {
          suggestionId: body.id,
          listId,
          channel: 'web',
          receivedOn: '2018-09-01',
          domain: '行有所畅',
          anonymous: false,
          trackingCode: body.trackingCode,
        },
      },
    ]);
  });
  it('leaves no word and no contact in the log; the vault can give them back', async () => {
    const { body } = await api.post(suggestions, suggestion, citizen);
    const [{ data, metadata }] = await api.events();
    const log = JSON.stringify([data, metadata]);
    for (const personal of ['王小明', '13800000001', '路灯', '看不清', 'citizen-1'])
      expect(log).not.toContain(personal);
    expect(log).toContain(body.trackingCode); // the search does find what is there
    expect(await api.vault.openAll([data.words as never])).toEqual([
      { title: '河堤路没有路灯', content: '夜里看不清路' },
    ]);
    expect(await api.vault.contactOf(data.words as never)).toEqual({ name: '王小明', phone: '13800000001' });
  });
  it('may stay anonymous', async () => {
    await api.post(suggestions, { ...suggestion, contact: { phone: '13800000001' } }, citizen);
    await api.post(suggestions, { title: '座椅', content: '多设座椅' }, neighbour);
    expect((await api.events()).map(({ data }) => data.anonymous)).toEqual([true, true]);
  });
  it('gets the same receipt and code for the same request sent again', async () => {
    const first = await api.post(suggestions, suggestion, citizen, { key: 'my-suggestion' });
    const again = await api.post(suggestions, suggestion, citizen, { key: 'my-suggestion' });
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(await api.events()).toHaveLength(1);
  });
  it('changes nothing, in the vault neither, with another request under the same key', async () => {
    await api.post(suggestions, suggestion, citizen, { key: 'my-suggestion' });
    const other = await api.post(suggestions, { ...suggestion, contact: { name: '赵四' } }, citizen, {
      key: 'my-suggestion',
    });
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    const [{ data }] = await api.events();
    expect(await api.vault.contactOf(data.words as never)).toEqual({ name: '王小明', phone: '13800000001' });
  });
  it('acts under a pseudonym that says no more than the list', async () => {
    await api.given({ ...listOpened, data: { ...listOpened.data, listId: '511400-2020', year: 2020 } });
    await api.post(suggestions, suggestion, citizen);
    await api.post('lists/511400-2020/suggestions', suggestion, citizen);
    const [here, there] = (await api.events()).map(({ metadata, data }) => [
      (metadata.actor as { id: string }).id,
      (data.words as { person: string }).person,
    ]);
    expect(here[0]).not.toBe(there[0]);
    expect(here[1]).not.toBe(there[1]);
    expect(JSON.stringify(await api.events())).not.toContain(api.vault.actorTag('citizen-1'));
  });
  it('suggests to a list that is there', async () => {
    expect(await api.post('lists/511400-2031/suggestions', suggestion, citizen)).toMatchObject({
      status: 404,
      body: { code: 'LIST_UNKNOWN' },
    });
    expect((await api.pool.query('select count(*)::int as rows from vault.person')).rows).toEqual([{ rows: 0 }]);
  });
  it('shares no key with somebody else', async () => {
    const [mine, theirs] = [
      await api.post(suggestions, suggestion, citizen, { key: 'same-key-1' }),
      await api.post(suggestions, suggestion, neighbour, { key: 'same-key-1' }),
    ];
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(mine.body.id).not.toBe(theirs.body.id);
  });
});
describe('a suggestion on paper', () => {
  it.each([[commission], [deputy]])('key in what came by letter', async (person) => {
    await api.given(listOpened);
    const { status } = await api.post(`lists/${listId}/offline-suggestions`, letter, person);
    expect(status).toBe(201);
    const [{ data }] = await api.events();
    expect(data).toMatchObject({ channel: 'letter', receivedOn: '2018-09-03', anonymous: false });
    expect(await api.vault.contactOf(data.words as never)).toEqual({ name: '李大力', address: '湖滨路 9 号' });
  });
  it('keep two letters of one typist apart: erasing one leaves the other readable', async () => {
    await api.given(listOpened);
    await api.post(`lists/${listId}/offline-suggestions`, letter, commission);
    await api.post(`lists/${listId}/offline-suggestions`, { ...letter, contact: { name: '孙七' } }, commission);
    const [first, second] = (await api.events()).map(({ data }) => data.words as { person: string });
    expect(first.person).not.toBe(second.person);
  });
  it('cannot key in what came online', async () => {
    expect(
      await api.post(`lists/${listId}/offline-suggestions`, { ...letter, channel: 'web' }, commission),
    ).toMatchObject({ status: 400, body: { errors: [{ pointer: '/channel' }] } });
  });
});
