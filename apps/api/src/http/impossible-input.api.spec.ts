import { defaultRules } from '@minsheng/contracts';
import { commitment, gardens, listId, proposed } from '@minsheng/read-models/testing';
import { opened } from '../selection/selection.fixtures';
import { commission } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const shelving = `projects/${gardens}/shelving`;
const [first] = commitment().indicators;
const propose = (change: object, indicator: object = {}) =>
  api.post(
    `lists/${listId}/candidates`,
    { ...commitment(), indicators: [{ ...first, ...indicator }], ...change },
    commission,
  );

describe('a body', () => {
  beforeEach(() => api.given(opened(), proposed(gardens)));
  afterEach(async () => expect(await api.events()).toEqual([])); // whatever was wrong: nothing is stored

  it.each([
    ['GBK', Buffer.from([0x7b, 0x22, 0x72, 0x65, 0x61, 0x73, 0x6f, 0x6e, 0x22, 0x3a, 0x22, 0xd3, 0xc3, 0x22, 0x7d])],
    [
      'cut off inside a character',
      Buffer.concat([Buffer.from('{"reason":"'), Buffer.from([0xe7, 0x94]), Buffer.from('"}')]),
    ],
  ])('in bytes that are no UTF-8 is not taken: %s', async (_, payload) =>
    expect(await api.post(shelving, undefined, commission, { payload })).toMatchObject({
      status: 400,
      body: { code: 'NOT_UTF8' },
    }),
  );
  it.each(['9007199254740993', '123456789012.123456', '9007199254740990.7', '1e999', '0.1234567890123456789'])(
    'with a number that a double does not hold is not taken: %s',
    async (number) => {
      const payload = JSON.stringify({ ...commitment(), indicators: [{ ...first, target: 'N' }] }).replace(
        '"N"',
        number,
      );
      expect(await api.post(`lists/${listId}/candidates`, undefined, commission, { payload })).toMatchObject({
        status: 400,
        body: { code: 'NUMBER_NOT_EXACT', title: expect.stringContaining(number.slice(0, 10)) },
      });
    },
  );
  it.each([
    ['"title":"甲","title":"乙"', 'title'],
    ['"title":"甲","a":{"title":1},"tit\\u006ce":"乙"', 'title'],
    ['"a":[{"b":1,"c":{},"b":2}]', 'b'],
  ])('with a key twice is not taken: {%s}', async (members, key) =>
    expect(
      await api.post(`lists/${listId}/candidates`, undefined, commission, { payload: `{${members}}` }),
    ).toMatchObject({ status: 400, body: { code: 'KEY_TWICE', title: expect.stringContaining(key) } }),
  );
  it('may have one key in several objects', async () =>
    expect(
      await api.post(`lists/${listId}/candidates`, undefined, commission, {
        payload: '{"a":[{"b":1},{"b":2}],"b":"{\\"b\\":1}"}',
      }),
    ).toMatchObject({ status: 400, body: { code: 'MALFORMED' } }));
  it.each<[string, object, string]>([
    ['a title with a zero-width space', { title: '农村\u200B公厕' }, '/title'],
    ['a title that turns its direction', { title: '农村\u202E公厕' }, '/title'],
    ['a title over two lines', { title: '农村\n公厕' }, '/title'],
    ['a department with a soft hyphen', { coDepartments: ['市财\u00AD政局'] }, '/coDepartments/0'],
    ['a department with a selector of variants', { coDepartments: ['市财政局\uFE0F'] }, '/coDepartments/0'],
    ['a department with a filler', { coDepartments: ['市财\u3164政局'] }, '/coDepartments/0'],
    ['a department with an accent on a Chinese character', { coDepartments: ['市财\u0301政局'] }, '/coDepartments/0'],
    ['a department with no character', { coDepartments: ['市财政局\uFFFE'] }, '/coDepartments/0'],
    ['two departments of one name', { coDepartments: ['市ＡＢ局', '市AB局'] }, '/coDepartments/1'],
  ])('with %s is refused by its pointer', async (_, change, pointer) =>
    expect(await propose(change)).toMatchObject({ status: 400, body: { code: 'MALFORMED', errors: [{ pointer }] } }),
  );
  it('with a department named like its lead but for the width names the twin', async () =>
    expect((await propose({ coDepartments: ['ＡＢ局'] }, { lead: 'AB局' })).body.errors).toEqual([
      { pointer: '/coDepartments/0', detail: expect.stringContaining('AB局') },
    ]));
  it('that adopts no rules at all is not taken', async () =>
    expect(await api.post(`lists/${listId}/rules`, {}, commission)).toMatchObject({
      status: 400,
      body: { code: 'MALFORMED', errors: [{ pointer: '/rules' }] },
    }));
  it.each<[string, object, string]>([
    ['a count below zero', { target: '-5' }, 'NEGATIVE_COUNT'],
    [
      'a share above the whole',
      { unit: '%', additive: false, baseline: '120', target: '95', kind: 'rate' },
      'SHARE_ABOVE_WHOLE',
    ],
    ['万人 in units of 万', { unit: '万人', scale: '万' }, 'UNIT_CARRIES_SCALE'],
    [
      'steps that fall',
      {
        steps: [
          { due: '2019-03', text: '过半', quantity: '9' },
          { due: '2019-06', text: '再退', quantity: '3' },
        ],
      },
      'STEPS_FALL',
    ],
  ])('that promises what cannot be is refused: %s', async (_, indicator, code) => {
    const { status, body } = await propose({}, indicator);
    expect({ status, code: body.code }).toEqual({ status: 409, code });
    expect(body.title).toContain(first.name);
  });
});

describe('a body that is taken', () => {
  beforeEach(() => api.given(opened(), proposed(gardens)));

  it.each([
    ['"12.5"', '12.5'],
    ['12.50', '12.5'],
    ['1.25e1', '12.5'],
    ['"123456789012.123456"', '123456789012.123456'],
    ['9007199254740991', '9007199254740991'],
  ])('holds the number %s as it was sent', async (number, kept) => {
    const payload = JSON.stringify({ ...commitment(), indicators: [{ ...first, steps: [], target: 'N' }] }).replace(
      '"N"',
      number,
    );
    expect((await api.post(`lists/${listId}/candidates`, undefined, commission, { payload })).status).toBe(201);
    expect(await api.events()).toMatchObject([{ data: { indicators: [{ target: kept }] } }]);
  });
  it('may hold a number in a text, whatever its length', async () => {
    expect((await api.post(shelving, { reason: '见 9007199254740993 号文 "1e999"' }, commission)).status).toBe(201);
  });
  it('adopts the rules of the product by saying so', async () => {
    expect((await api.post(`lists/${listId}/rules`, { defaults: true }, commission)).status).toBe(201);
    expect(await api.events()).toMatchObject([
      { type: 'RulesAdopted', data: { listId, rulesVersion: 1, rules: defaultRules } },
    ]);
  });
});
