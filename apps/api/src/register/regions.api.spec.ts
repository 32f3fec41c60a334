import { commission, leader, national } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const park = { name: '苏州工业园区', parent: '320500', reason: '国家级开发区，单独编制清单。' };
const opening = { regionName: '苏州工业园区', title: '2026年民生实事', mode: 'government', seats: 10 };
const keeper = { ...commission, sub: 'commission-320571', region: '320571' };
const at = (region: string) => ({ sub: `commission-${region}`, role: 'commission' as const, region });

describe('a list is opened where there is something', () => {
  it.each([
    ['330300-2026', '温州市'],
    ['321102-2026', '镇江市京口区'],
    ['330103-2021', '下城区'],
  ])('in %s of GB/T 2260, under its name %s', async (listId, regionName) =>
    expect(await api.post(`lists/${listId}/opening`, { ...opening, regionName }, at(listId.slice(0, 6)))).toMatchObject(
      { status: 201 },
    ),
  );
  it.each([
    ['321102-2026', '丹徒区', 'NAME_OF_ANOTHER_REGION'],
    ['330103-2022', '下城区', 'REGION_WITHDRAWN'],
  ])('not in %s as %s: %s', async (listId, regionName, code) => {
    const answer = await api.post(`lists/${listId}/opening`, { ...opening, regionName }, at(listId.slice(0, 6)));
    expect(answer).toMatchObject({ status: 409, body: { code } });
  });
  it.each(['990001', '320571', '100000'])('not in %s, which is no place', async (region) => {
    expect(await api.post(`lists/${region}-2026/opening`, opening, at(region))).toMatchObject({
      status: 409,
      body: { code: 'REGION_UNKNOWN', facts: { region } },
    });
    expect(await api.events()).toEqual([]);
  });
  it('in a functional zone once it is registered', async () => {
    expect((await api.post('functional-zones/320571', park, national)).status).toBe(201);
    expect((await api.post('lists/320571-2026/opening', opening, keeper)).status).toBe(201);
    expect(await api.events()).toMatchObject([
      {
        stream: 'functional-zone-320571',
        type: 'FunctionalZoneRegistered',
        data: { regionCode: '320571', ...park },
        metadata: { actor: { role: 'commission', region: '100000' } },
      },
      { stream: 'annual-list-320571-2026', type: 'AnnualListOpened' },
    ]);
  });
  it('and neither a candidate nor a meeting begins where there is nothing', async () => {
    const candidate = {
      title: '公厕',
      domain: '环境友好',
      indicators: [
        {
          id: 'i1',
          name: '公厕',
          unit: '座',
          comparator: '>=',
          target: '1',
          additive: true,
          applicable: true,
          lead: '市住建局',
          steps: [],
        },
      ],
      coDepartments: [],
      suggestions: [],
    };
    const meeting = { title: '第1次会议', heldOn: '2019-03-28', chair: '副市长', members: ['市住建局'] };
    const refused = { status: 409, body: { code: 'REGION_UNKNOWN' } };
    expect(await api.post('lists/990001-2026/candidates', candidate, at('990001'))).toMatchObject(refused);
    expect(await api.post('lists/990001-2026/meetings', meeting, at('990001'))).toMatchObject(refused);
  });
});

describe('a list of before, in a region that nobody gave', () => {
  const listId = '990001-2019';
  const opened = { type: 'AnnualListOpened', data: { listId, regionCode: '990001', year: 2019, ...opening } } as const;

  it('is read, and goes on', async () => {
    await api.given(opened);
    expect((await api.post(`lists/${listId}/rules`, { defaults: true }, at('990001'))).status).toBe(201);
    expect(
      (
        await api.post(
          `lists/${listId}/meetings`,
          { title: '会', heldOn: '2019-03-28', chair: '副市长', members: ['市住建局'] },
          at('990001'),
        )
      ).status,
    ).toBe(201);
    await api.shown();
    expect(await api.get(`lists/${listId}`)).toMatchObject({ status: 200, body: { regionCode: '990001' } });
  });
});

describe('functional zones', () => {
  it.each([['of a single region', commission]])('are registered by no commission %s', async (_what, person) =>
    expect(await api.post('functional-zones/320571', park, person)).toMatchObject({
      status: 403,
      body: { code: 'NATIONAL_SCOPE_REQUIRED' },
    }),
  );
  it('are registered by no other role', async () =>
    expect((await api.post('functional-zones/320571', park, { ...leader, region: '100000' })).body.code).toBe(
      'ROLE_NOT_ALLOWED',
    ));
  it.each([
    ['330300', park, 'CODE_OF_A_PLACE'],
    ['320571', { ...park, parent: '990001' }, 'PARENT_UNKNOWN'],
    ['320571', { ...park, parent: '330100' }, 'PARENT_OF_ANOTHER_PREFIX'],
    ['330171', { ...park, parent: '330103' }, 'PARENT_WITHDRAWN'],
    ['321171', { ...park, name: '京口区', parent: '321100' }, 'NAME_OF_A_PLACE'],
  ])('with the code %s and %j are refused: %s', async (code, body, refusal) =>
    expect(await api.post(`functional-zones/${code}`, body, national)).toMatchObject({
      status: 409,
      body: { code: refusal },
    }),
  );
  it('of one parent have names that read differently, and one name is put right', async () => {
    await api.post('functional-zones/320571', { ...park, name: '苏州AB园区' }, national);
    await api.shown();
    expect(await api.post('functional-zones/320572', { ...park, name: '苏州ＡＢ园区' }, national)).toMatchObject({
      status: 409,
      body: { code: 'ZONE_NAMED_TWICE' },
    });
    const corrected = { ...park, corrects: '苏州AB园区', reason: '登记时写错。' };
    expect((await api.post('functional-zones/320571', corrected, national)).status).toBe(201);
    await api.shown();
    expect((await api.get('regions/320571')).body).toMatchObject({ name: '苏州工业园区', reason: '登记时写错。' });
  });
  it('are listed for everyone', async () => {
    await api.post('functional-zones/320571', park, national);
    await api.shown();
    expect((await api.get('functional-zones')).body).toEqual({
      functionalZones: [
        {
          regionCode: '320571',
          fullName: '江苏省苏州市苏州工业园区',
          kind: 'functional zone',
          registeredOn: '2019-03-28',
          ...park,
        },
      ],
    });
  });
});

describe('a region', () => {
  it.each([
    ['330300', { name: '温州市', fullName: '浙江省温州市', kind: 'place', withdrawn: null }],
    ['330103', { name: '下城区', fullName: '浙江省杭州市下城区', kind: 'place', withdrawn: 2021 }],
  ])('%s is shown with what it belongs to', async (regionCode, shown) =>
    expect((await api.get(`regions/${regionCode}`)).body).toEqual({ regionCode, ...shown }),
  );
  it('that is a functional zone is shown as one', async () => {
    await api.post('functional-zones/320571', park, national);
    await api.shown();
    expect((await api.get('regions/320571')).body).toMatchObject({ kind: 'functional zone', name: '苏州工业园区' });
    for (const name of ['苏州工业园区', '江苏省苏州工业园区', '苏州市苏州工业园区'])
      expect((await api.get(`regions?name=${name}`)).body.regions).toMatchObject([{ regionCode: '320571' }]);
  });
  it.each(['990001', '3303', '99xxxx'])('%s is not found, or is no code', async (code) =>
    expect((await api.get(`regions/${code}`)).status).toBe(code === '990001' ? 404 : 400),
  );
  it('is found by its name, and an ambiguous name says which', async () => {
    const found = async (name: string) =>
      (await api.get(`regions?name=${name}`)).body.regions.map(({ regionCode }: { regionCode: string }) => regionCode);
    expect(await found('镇江市京口区')).toEqual(['321102']);
    expect(await found('朝阳区')).toEqual(['110105', '220104']);
    expect(await found('示例市')).toEqual([]);
  });
});
