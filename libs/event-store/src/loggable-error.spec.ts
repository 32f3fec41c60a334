import { Client } from 'pg';
import { loggableError, loggableText } from './loggable-error';
import { temporaryDatabase, type TemporaryDatabase } from './postgres/temporary-database';

/** Invented, and distinctive enough to be found anywhere. */
const [NAME, PHONE, WORDS] = ['欧阳晓测试', '13800000001', 'Zebra Lane 9'];
const logged = (error: unknown) => JSON.stringify(loggableError(error));
const leaks = (text: string) => [NAME, PHONE, WORDS].filter((value) => text.includes(value));
const thrownBy = async (work: () => unknown): Promise<Error> => {
  try {
    await work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
};

describe('of an error of the server is logged', () => {
  let database: TemporaryDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await temporaryDatabase();
    client = new Client(database);
    await client.connect();
    await client.query(`create table person (name text primary key, phone text not null, age int check (age > 0));
      insert into person values ('${NAME}', '${PHONE}', 1)`);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it.each([
    ['a row that is there', '23505', 'insert into person values ($1, $2, 2)', [NAME, PHONE]],
    ['a row with a hole', '23502', 'insert into person (name, age) values ($1, 3)', [WORDS]],
    ['a row that breaks a rule', '23514', 'insert into person values ($1, $2, -1)', [WORDS, PHONE]],
    ['a value of another type', '22P02', 'select $1::int', [NAME]],
  ])('the code and the place, and no value: %s', async (_, code, sql, values) => {
    const error = await thrownBy(() => client.query(sql, values));
    const raw = JSON.stringify({ ...error, message: error.message });
    expect(leaks(raw)).not.toEqual([]); // the error itself holds them
    expect(leaks(logged(error))).toEqual([]);
    expect(loggableError(error)).toMatchObject({ type: 'DatabaseError', code, stack: expect.stringContaining('at ') });
  });

  it('the same as TypeORM hands it on, with statement and parameters', () => {
    const driverError = Object.assign(new Error(`Key (name)=(${NAME})`), { code: '23505', table: 'person' });
    const error = Object.assign(new Error(driverError.message), {
      query: `insert into person values ('${NAME}')`,
      parameters: [NAME, PHONE],
      driverError,
    });
    expect(leaks(logged(error))).toEqual([]);
    expect(loggableError(error)).toMatchObject({ code: '23505', table: 'person' });
  });
});

describe('of another error is logged', () => {
  it.each([
    ['a parser', () => JSON.parse(`{"name":"${NAME}", ${WORDS}`)],
    ['a number', () => BigInt(WORDS)],
    ['a value that is no object', () => Object.assign(Object.freeze([]), { 0: 1 }) && 'x' in (NAME as never)],
    ['an address', () => new URL(`${NAME}${PHONE}`)],
  ])('no value that %s refused', async (_, work) => expect(leaks(logged(await thrownBy(work)))).toEqual([]));

  it('what our own errors say, without what they quote', () => {
    const error = new Error(`The list "${NAME}" has 2 seats, and ${PHONE} are chosen`, { cause: new Error(NAME) });
    expect(loggableError(error)).toMatchObject({
      message: 'The list … has 2 seats, and … are chosen',
      cause: { message: '…' },
    });
  });

  it('its place, without the message that stands before it', () => {
    const error = new Error(`first line\n${WORDS}`);
    expect(loggableError(error).stack).toMatch(/^\s+at /);
    expect(loggableError(error).stack).not.toContain(WORDS);
  });

  it('only its type where it is no error', () => expect(loggableError(NAME)).toEqual({ type: 'string' }));
});

it('an apostrophe quotes nothing', () =>
  expect(loggableText(`The event store's schema is at version 8 of 9`)).toBe(
    `The event store's schema is at version 8 of 9`,
  ));
