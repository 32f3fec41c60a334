import { listId } from '@minsheng/read-models/testing';
import { citizen, commission, deputy, elsewhere, type Person } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';
import { at, letter, listOpened, suggestion, suggestions } from './suggestion.fixtures';

const api = new OpenedApi();
const enter = async (key: string): Promise<string> =>
  (await api.post(`lists/${listId}/offline-suggestions`, letter, commission, { key })).body.id;
const erase = (id: string, person: Person = commission, key?: string) =>
  api.post(at(id, 'submitter-erasure'), {}, person, key ? { key } : {});
const contactOf = async (id: string) => {
  await api.shown();
  return (await api.get(`suggestions/${id}`, commission)).body.contact;
};

describe('a person whose letter was keyed in by staff', () => {
  beforeEach(() => api.given(listOpened));

  it('is erased by the commission on request: the log says so, and only that letter is shut', async () => {
    const [id, other] = [await enter('letter-1'), await enter('letter-2')];
    const first = await erase(id, commission, 'erase-li');
    expect(first).toMatchObject({ status: 201, body: { id, streamVersion: 2 } });
    expect((await api.events()).at(-1)).toMatchObject({
      type: 'SubmitterErased',
      data: { suggestionId: id },
      metadata: { actor: { role: 'commission', id: api.vault.actorTag('commission-1') } },
    });
    expect([await contactOf(id), await contactOf(other)]).toEqual([null, letter.contact]);
    expect(await erase(id, commission, 'erase-li')).toMatchObject({ status: 201, body: first.body });
    expect((await erase(id)).status).toBe(201); // asked for once more: there is nothing left to erase
    expect((await api.events()).filter(({ type }) => type === 'SubmitterErased')).toHaveLength(1);
  });
  it('is erased by nobody else', async () => {
    const id = await enter('letter-1');
    for (const [person, code] of [
      [citizen, 'ROLE_NOT_ALLOWED'],
      [deputy, 'ROLE_NOT_ALLOWED'],
      [elsewhere, 'OTHER_REGION'],
    ] as const)
      expect(await erase(id, person)).toMatchObject({ status: 403, body: { code } });
    expect(await contactOf(id)).toEqual(letter.contact);
  });
  it('stays erased where the backup from before is restored', async () => {
    const id = await enter('letter-1');
    await api.pool.query('create table backup as select * from vault.person');
    await erase(id);
    await api.pool.query('insert into vault.person select * from backup; drop table backup');
    expect(await api.vault.replayErasures()).toBe(1);
    expect(await contactOf(id)).toBeNull();
  });
});

it('who sent a suggestion online erases it themselves, not the commission', async () => {
  await api.given(listOpened);
  const { id } = (await api.post(suggestions, suggestion, citizen)).body;
  expect(await erase(id)).toMatchObject({ status: 409, body: { code: 'SUBMITTED_ONLINE' } });
  expect(await contactOf(id)).toEqual(suggestion.contact);
});
