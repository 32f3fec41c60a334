import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { aListUnderWay } from '../support/a-list-under-way';
import { caughtUp } from '../support/projector';
import { LIST, openRehearsal, type Rehearsal } from '../support/rehearsal';

/** Invented, and distinctive enough to be found anywhere. */
const NAME = '欧阳晓测试';
const PHONE = '13800000001';
const ADDRESS = '东坡区试验路七巷九号';
const WORDS = '我家老人出门看病要转三趟车';

describe('personal data stay in the vault', () => {
  let rehearsal: Rehearsal;
  let suggestion: { id: string; trackingCode?: string };
  let commission: string;
  let citizen: string;
  beforeAll(async () => {
    rehearsal = await openRehearsal('vault');
    commission = await rehearsal.people.commission();
    citizen = await rehearsal.people.citizen(1);
    await aListUnderWay(rehearsal);
    suggestion = await rehearsal.api.command(
      `lists/${LIST}/suggestions`,
      { title: `${NAME}盼公交`, content: WORDS, contact: { name: NAME, phone: PHONE, address: ADDRESS } },
      { as: citizen, on: '2018-10-12', key: 'suggest-a-bus' },
    );
    await rehearsal.api.command(
      `suggestions/${suggestion.id}/registration`,
      { title: '增开公交线路', domain: '行有所畅' },
      { as: commission, on: '2018-10-15', key: 'register-the-bus' },
    );
    await caughtUp(rehearsal);
  }, 60_000);
  afterAll(() => rehearsal.end(), 30_000);

  const inTables = async (schema: string, text: string): Promise<number> => {
    const tables = await rehearsal.look<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1`,
      [schema],
    );
    const hits = await Promise.all(
      tables.map(({ name }) => rehearsal.look(`select 1 from ${name} t where t::text like '%' || $1 || '%'`, [text])),
    );
    return hits.flat().length;
  };
  const inFiles = (text: string): number => {
    const folder = path.join(rehearsal.system.dataDir, 'logs');
    return readdirSync(folder).filter((file) => readFileSync(path.join(folder, file), 'utf8').includes(text)).length;
  };

  it.each([NAME, PHONE, ADDRESS, WORDS])(
    '%s is in no event, no read model, no table of the vault in the clear and no log file',
    async (secret) => {
      expect([
        await inTables('es', secret),
        await inTables('read', secret),
        await inTables('vault', secret),
        inFiles(secret),
      ]).toEqual([0, 0, 0, 0]);
    },
  );

  it('the same search finds what is public: it can fail', async () => {
    expect(await inTables('es', '增开公交线路')).toBe(1);
    expect(await inTables('read', '增开公交线路')).toBeGreaterThan(0);
    expect(inFiles('the api listens')).toBe(1);
  });

  it('the commission reads the words and the contact, and the public follows by the code without them', async () => {
    const seen = await rehearsal.api.read<object>(`suggestions/${suggestion.id}`, commission);
    expect(seen).toMatchObject({
      title: '增开公交线路',
      words: { content: WORDS },
      contact: { name: NAME, phone: PHONE },
    });
    const tracked = JSON.stringify(
      await rehearsal.api.read(`suggestions/tracking/${suggestion.trackingCode}`, citizen),
    );
    expect(tracked).toContain('增开公交线路');
    expect([NAME, PHONE, WORDS].filter((secret) => tracked.includes(secret))).toEqual([]);
  });

  it('once the person is erased nobody reads them again, and the log and its read models stand unchanged', async () => {
    const before = await rehearsal.dump();
    const erased = await fetch(`${rehearsal.system.url}/api/v1/my/personal-data`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${citizen}` },
    });
    expect(await erased.json()).toEqual({ erasedKeys: 1 });
    expect(await rehearsal.api.read<object>(`suggestions/${suggestion.id}`, commission)).toMatchObject({
      title: '增开公交线路',
      words: null,
      contact: null,
    });
    expect(await rehearsal.dump()).toEqual(before);
  });
});
