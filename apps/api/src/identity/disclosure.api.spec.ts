import { routes, type Route } from '@minsheng/contracts';
import { aYear, clinics, gardens, lamps, listId, rater, secondRater } from '@minsheng/read-models/testing';
import { commission, elsewhere, type Person } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const table = Object.entries(routes as Readonly<Record<string, Route>>).filter(([, { method }]) => method === 'GET');
const ids: Readonly<Record<string, readonly string[]>> = {
  listId: [listId],
  projectId: [gardens, clinics, '511400-2019-stadium003'],
  suggestionId: [lamps],
  meetingId: ['511400-2019-meeting001'],
  regionCode: ['511400', '511472'],
  calendarId: ['CN'],
  period: ['2019-03'],
  year: ['2019', '2027'],
  code: ['ABCDEFGHJK', 'NOT_FOUND'],
};
/** Every address of a route, with each id in each place. */
const addresses = ({ path }: Route): string[] =>
  (path.match(/:\w+/g) ?? []).reduce(
    (all, name) => all.flatMap((address) => ids[name.slice(1)].map((id) => address.replace(name, id))),
    [path],
  );
/** All that one person is answered over the year: now, and as of many instants of the log. */
const crawled = async (
  person?: Person,
): Promise<{ readonly address: string; readonly status: number; body: unknown }[]> => {
  const answers = [];
  for (const [, route] of table)
    for (const address of addresses(route))
      for (const query of ['', `?asOf=${new Date().toISOString()}`])
        answers.push({ address: address + query, ...(await api.get(address + query, person)) });
  return answers.map(({ address, status, body }) => ({ address, status, body }));
};

/** What never leaves for the public: tags, sealed words, people, and candidates that no notice has released. */
const secrets = (): readonly (string | RegExp)[] => {
  const sealed = aYear.flatMap(({ data }) => JSON.stringify(data).match(/"(?:cipher|iv|person)":"[^"]+"/g) ?? []);
  return [
    rater,
    secondRater,
    /\b[0-9a-f]{32}\b/,
    /\b1[3-9]\d{9}\b/,
    '511400-2019-stadium003',
    '体育馆',
    ...sealed.map((pair) => pair.split(':"')[1].slice(0, -1)).filter((text) => text.length > 6),
  ];
};
const found = (answers: readonly { readonly address: string; readonly body: unknown }[]) =>
  answers.flatMap(({ address, body }) =>
    secrets()
      .filter((secret) =>
        typeof secret === 'string' ? JSON.stringify(body).includes(secret) : secret.test(JSON.stringify(body)),
      )
      .map((secret) => `${address}: ${String(secret)}`),
  );

describe('over a full year', () => {
  beforeEach(async () => {
    await api.given(...aYear);
    await api.shown();
  });

  it.each([
    ['who has no token', undefined],
    ['staff of another region', elsewhere],
  ])('%s find nothing that is not public, at no address', async (_who, person) => {
    const answers = await crawled(person);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(20);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(found(answers)).toEqual([]);
  });
  it('staff of another region are answered what the public is answered', async () => {
    const shown = async (person?: Person) =>
      Object.fromEntries(
        (await crawled(person))
          .filter(({ address, status }) => status === 200 && !address.includes('asOf'))
          .map(({ address, body }) => [address, body]),
      );
    expect(await shown(elsewhere)).toEqual(await shown());
  });
  it('an answer has no field that its public view does not name', async () => {
    for (const [name, { publicView, ...route }] of table)
      for (const address of publicView ? addresses(route) : []) {
        const { status, body } = await api.get(address);
        if (status === 200) expect([name, publicView!.parse(body)]).toEqual([name, body]);
      }
  });
  it('the search does find what the office is shown', async () => {
    expect(found(await crawled(commission)).some((line) => line.includes('stadium003'))).toBe(true);
    const planted = { address: 'planted', body: { rectifications: [{ ticket: rater }] } };
    expect(found([planted])).toHaveLength(2); // by its value and by its form
  });
});

it('every route that everyone may read names what it shows, or decides by itself', () =>
  expect(
    table.filter(([, { access, publicView }]) => access === 'everyone' && !publicView).map(([name]) => name),
  ).toEqual(['Ready']));
