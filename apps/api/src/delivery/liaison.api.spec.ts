import { gardens, started } from '@minsheng/read-models/testing';
import { auditor, citizen, commission, elsewhere, health, ofHealth, ofWorks, works } from '../testing/issued-tokens';
import { OpenedApi, type Answer } from '../testing/opened-api';

const api = new OpenedApi();
const liaisons = `projects/${gardens}/liaisons`;
const erasures = `projects/${gardens}/liaison-erasures`;
const wang = { department: works, contact: { name: '王某', phone: '13800000000' } };
const refusedWith = (status: number, code: string) =>
  expect.objectContaining({ status, body: expect.objectContaining({ code }) }) as Answer;
const keys = async () => Number((await api.pool.query('select count(*) from vault.person')).rows[0].count);
const contactsRead = () => api.securityEvents.filter(({ event }) => event === 'CONTACT_READ');
beforeEach(() => api.logged.splice(0));

describe('a liaison officer', () => {
  it('is named by the department; the log knows neither name nor phone', async () => {
    await api.given(started(gardens));
    expect((await api.post(liaisons, wang, ofWorks)).status).toBe(201);
    const log = await api.events();
    expect(log).toMatchObject([
      { type: 'LiaisonAppointed', data: { department: works, contact: { cipher: expect.any(String) } } },
    ]);
    expect(JSON.stringify(log)).not.toMatch(/王某|13800000000/);
    expect(api.logged.join('')).not.toMatch(/王某|13800000000/);
  });
  it('is shown to those who take part in the project, the newest one of each department', async () => {
    await api.given(started(gardens, { coDepartments: [health] }));
    await api.post(liaisons, wang, ofWorks);
    await api.post(liaisons, { ...wang, contact: { name: '李某', phone: '13900000000' } }, commission);
    for (const person of [commission, ofWorks, ofHealth])
      expect((await api.get(liaisons, person)).body).toEqual({
        projectId: gardens,
        liaisons: [{ department: works, contact: { name: '李某', phone: '13900000000' } }],
      });
    for (const person of [citizen, auditor])
      expect(await api.get(liaisons, person)).toEqual(refusedWith(403, 'ROLE_NOT_ALLOWED'));
    expect(await api.get(liaisons, elsewhere)).toEqual(refusedWith(403, 'OTHER_REGION'));
    expect(await api.get(liaisons)).toEqual(refusedWith(401, 'TOKEN_MISSING'));
  });
  it('is not shown to a department of the region that takes no part', async () => {
    await api.given(started(gardens));
    await api.post(liaisons, wang, ofWorks);
    expect(await api.get(liaisons, ofHealth)).toEqual(refusedWith(403, 'NOT_A_PARTICIPANT'));
    expect(contactsRead()).toEqual([]);
  });
  it('is shown with an audit row that says who looked and at which project, and no name', async () => {
    await api.given(started(gardens));
    await api.post(liaisons, wang, ofWorks);
    await api.get(liaisons, ofWorks);
    await api.get(liaisons, commission);
    expect(contactsRead()).toMatchObject([
      { subject: gardens, role: 'department', person: api.vault.actorTag(ofWorks.sub) },
      { subject: gardens, role: 'commission', person: api.vault.actorTag(commission.sub) },
    ]);
    expect(api.logged.join('')).not.toMatch(/王某|13800000000/);
  });
  it('is forgotten without the next one', async () => {
    await api.given(started(gardens));
    await api.post(liaisons, wang, ofWorks);
    await api.pool.query('delete from vault.person');
    expect((await api.get(liaisons, commission)).body.liaisons).toEqual([{ department: works, contact: null }]);
  });
  it('is erased by the commission on request, with those before: the log says so, the vault forgets', async () => {
    await api.given(started(gardens));
    const sealed = async () => (await api.events()).flatMap(({ data }) => (data.contact ? [data.contact] : []));
    await api.post(liaisons, wang, ofWorks);
    await api.post(liaisons, { ...wang, contact: { name: '李某', phone: '13900000000' } }, ofWorks);
    const request = { department: works };
    expect(await api.post(erasures, request, ofWorks)).toEqual(refusedWith(403, 'ROLE_NOT_ALLOWED'));
    expect(await api.post(erasures, request, elsewhere)).toEqual(refusedWith(403, 'OTHER_REGION'));
    expect(await api.vault.openAll((await sealed()) as never)).not.toContain(null);

    const first = await api.post(erasures, request, commission, { key: 'erase-wang' });
    expect(first.status).toBe(201);
    expect((await api.events()).at(-1)).toMatchObject({ type: 'LiaisonErased', data: { department: works } });
    expect(await api.vault.openAll((await sealed()) as never)).toEqual([null, null]);
    expect((await api.get(liaisons, commission)).body.liaisons).toEqual([]);
    expect(await api.post(erasures, request, commission, { key: 'erase-wang' })).toMatchObject({ body: first.body });
    expect(await api.post(erasures, request, commission)).toEqual(refusedWith(409, 'LIAISON_NOT_APPOINTED'));
  });
  it('who is named while others are erased is not counted among them: the erasure is sent again', async () => {
    await api.given(started(gardens));
    await api.post(liaisons, wang, ofWorks);
    const erasing = jest.spyOn(api.vault, 'erasePersons').mockImplementationOnce(async () => {
      await api.post(liaisons, { ...wang, contact: { name: '李某', phone: '13900000000' } }, ofWorks);
      return 1;
    });
    const refused = refusedWith(412, 'STALE_VERSION');
    expect(await api.post(erasures, { department: works }, commission, { key: 'erase-works' })).toEqual(refused);
    erasing.mockRestore();
    expect((await api.get(liaisons, commission)).body.liaisons[0].contact.name).toBe('李某');
    expect((await api.post(erasures, { department: works }, commission, { key: 'erase-works' })).status).toBe(201);
    expect(await keys()).toBe(0);
  });
  it('of another department is refused before anything lies in the vault', async () => {
    await api.given(started(gardens));
    expect(await api.post(liaisons, wang, ofHealth)).toEqual(refusedWith(403, 'LIAISON_OF_ANOTHER_DEPARTMENT'));
    expect(await api.post(liaisons, { ...wang, department: health }, commission)).toEqual(
      refusedWith(409, 'DEPARTMENT_TAKES_NO_PART'),
    );
    expect(await keys()).toBe(0);
  });
  it('is named once for a request that is sent twice', async () => {
    await api.given(started(gardens));
    const first = await api.post(liaisons, wang, ofWorks, { key: 'liaison-wang' });
    expect(await api.post(liaisons, wang, ofWorks, { key: 'liaison-wang' })).toMatchObject({
      status: 201,
      body: first.body,
    });
    expect([await keys(), (await api.events()).length]).toEqual([1, 1]);
  });
  it('belongs to a project that is delivered', async () => {
    expect(await api.post(liaisons, wang, ofWorks)).toEqual(refusedWith(404, 'DELIVERY_NOT_STARTED'));
    expect(await api.get(liaisons, commission)).toEqual(refusedWith(404, 'NOT_FOUND'));
  });
});
