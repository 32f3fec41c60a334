import { setTimeout as pause } from 'node:timers/promises';
import { temporaryDatabase } from '@minsheng/event-store/testing';
import { Pool } from 'pg';
import { limitsFrom } from './limits';
import { assertCountable, migrateRates, Rates } from './rates';

const limits = limitsFrom('person=3/1,address=2/60');
const pseudonym = (text: string) => `pseudonym-${text.length}`;
const taken = async (rates: Rates, times: number, whose = 'a person') =>
  (await Promise.allSettled(Array.from({ length: times }, () => rates.take('person', whose)))).filter(
    ({ status }) => status === 'fulfilled',
  ).length;

let database: { connectionString: string; drop(): Promise<void> };
let pool: Pool;
beforeAll(async () => {
  database = await temporaryDatabase();
  pool = new Pool({ connectionString: database.connectionString, max: 4 });
  await Promise.all([migrateRates(pool), migrateRates(pool)]); // two processes start together
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe.each([
  ['in this process', () => undefined],
  ['in a database', () => pool],
])('counted %s', (_where, counts) => {
  it('as many requests go through as the limit has, however many come at once', async () =>
    expect(await taken(new Rates(limits, pseudonym, counts()), 50, `crowd of ${_where}`)).toBe(3));
  it('each person is counted apart, and starts again when the time is over', async () => {
    const rates = new Rates(limits, pseudonym, counts());
    expect(await taken(rates, 4, `${_where} one`)).toBe(3);
    expect(await taken(rates, 4, `${_where} other`)).toBe(3);
    await pause(1_100);
    expect(await taken(rates, 4, `${_where} one`)).toBe(3);
  });
  it('a refusal says how long to wait and what the limit is', async () => {
    const rates = new Rates(limits, pseudonym, counts());
    await rates.take('address', `${_where}.`);
    expect(await rates.take('address', `${_where}.`)).toEqual({
      name: 'address',
      requests: 2,
      seconds: 60,
      remaining: 0,
      resetSeconds: expect.any(Number),
    });
    await expect(rates.take('address', `${_where}.`)).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      facts: { limit: 'address', requests: 2, seconds: 60, retryAfterSeconds: expect.any(Number) },
    });
  });
  it('what is given back can be taken again', async () => {
    const rates = new Rates(limits, pseudonym, counts());
    for (let time = 0; time < 10; time += 1) {
      await rates.take('address', `${_where} again`);
      await rates.giveBack('address', `${_where} again`);
    }
    await expect(rates.take('address', `${_where} again`)).resolves.toMatchObject({ remaining: 1 });
  });
});

describe('counts in a database', () => {
  it('are shared by every process', async () => {
    const [first, second] = [new Rates(limits, pseudonym, pool), new Rates(limits, pseudonym, pool)];
    expect((await taken(first, 2, 'shared by all')) + (await taken(second, 2, 'shared by all'))).toBe(3);
  });
  it('hold pseudonyms only', async () => {
    await new Rates(limits, pseudonym, pool).take('address', '203.0.113.200');
    const { rows } = await pool.query<{ key: string }>('select key from rate.taken');
    expect(rows.map(({ key }) => key)).toContain('address:pseudonym-13');
    expect(JSON.stringify(rows)).not.toContain('203.0.113');
  });
  it('are refused at the start where there is no place for them', async () => {
    await assertCountable(pool);
    const elsewhere = await temporaryDatabase();
    const empty = new Pool({ connectionString: elsewhere.connectionString, max: 1 });
    await expect(assertCountable(empty)).rejects.toThrow('"rate.taken" does not exist');
    await empty.end();
    await elsewhere.drop();
  });
  it('go on in each process while the database is away', async () => {
    const away = new Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing', connectionTimeoutMillis: 200 });
    expect(await taken(new Rates(limits, pseudonym, away), 5)).toBe(3);
    await away.end();
  });
});
