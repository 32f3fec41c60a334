import { Problem } from './problem';
import { problemBody } from './problem.filter';
import { problemTexts, statusOf } from './problem-catalogue';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const codes = Object.keys(problemTexts) as (keyof typeof problemTexts)[];

describe('the pages of the problems', () => {
  it('are there for every code, in Chinese and English', async () => {
    const { status, body } = await api.get('/api/problems');
    expect(status).toBe(200);
    expect(body).toHaveLength(codes.length);
    for (const { code, zh, en } of body)
      expect({ code, zh, en }).toEqual({
        code,
        zh: expect.stringMatching(/[\u4e00-\u9fff]/),
        en: expect.stringMatching(/^[ -~]+$/),
      });
  });
  it('answer at the address that a problem gives as its type', async () => {
    for (const code of codes) {
      const {
        body: { type },
      } = problemBody(new Problem(code));
      expect(await api.get(type)).toMatchObject({ status: 200, body: { code, status: statusOf(code) } });
    }
  });
  it('do not answer for a code that is none', async () => {
    for (const code of ['NOTHING', 'toString', '__proto__'])
      expect(await api.get(`/api/problems/${code}`)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });
});

describe('a problem', () => {
  it('has a status of its own kind', () => {
    expect(
      codes.filter(
        (code) => ![202, 400, 401, 403, 404, 408, 409, 412, 413, 415, 422, 429, 431, 500, 503].includes(statusOf(code)),
      ),
    ).toEqual([]);
  });
  it('names in both languages the same facts', () => {
    const facts = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    expect(codes.filter((code) => facts(problemTexts[code].zh).join() !== facts(problemTexts[code].en).join())).toEqual(
      [],
    );
  });
  it('leaves a fact that it was not told as it stands, and says zero', () => {
    expect(problemBody(new Problem('STALE_VERSION', { expected: 0 })).body.messages.en).toBe(
      'You saw version 0, it is {actual} now; read again first',
    );
  });
});
