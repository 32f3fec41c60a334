import { connect, type AddressInfo } from 'node:net';
import { gardens, listId, proposed } from '@minsheng/read-models/testing';
import { commission } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
let port: number;
beforeAll(async () => {
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  port = (api.app.getHttpServer().address() as AddressInfo).port;
});
beforeEach(() => api.given(proposed(gardens)));

/** Sends these bytes and takes all that comes back until the server closes, or until it has been silent for long. */
const exchange = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('error', reject).on('close', () => resolve(answer));
  });
const statusesOf = (answer: string) => [...answer.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status));
const shelving = `/api/v1/projects/${gardens}/shelving`;

describe('a request', () => {
  it.each(['TRACE', 'CONNECT', 'PROPFIND', 'PUT', 'PATCH'])('by %s does nothing', async (method) => {
    const answer = await exchange(`${method} /api/v1/lists HTTP/1.1\r\nHost: ledger\r\nConnection: close\r\n\r\n`);
    expect(statusesOf(answer).filter((status) => status < 400)).toEqual([]);
    expect(answer).not.toContain('Host: ledger'); // nothing is sent back as an echo
  });
  it('with two lengths is one request or none: what follows the first end is not read as a second', async () => {
    const hidden = 'GET /api/v1/lists HTTP/1.1\r\nHost: ledger\r\n\r\n';
    const answer = await exchange(
      `POST ${shelving} HTTP/1.1\r\nHost: ledger\r\nContent-Length: ${hidden.length + 5}\r\n` +
        `Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
    );
    expect(statusesOf(answer)).toEqual([400]);
  });
  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'that a form of another site can send (%s) is not taken',
    async (type) =>
      expect(
        await api.post(shelving.slice('/api/v1/'.length), {}, commission, {
          headers: { 'content-type': type },
          payload: 'reason=x',
        }),
      ).toMatchObject({ status: 415 }),
  );
  it('with a token in its address is a request without a token', async () => {
    const token = await api.issuer.sign({ ...commission });
    for (const name of ['access_token', 'token', 'authorization'])
      expect((await api.get(`projects/${gardens}/reports?${name}=${token}`)).status).not.toBe(200);
  });
  it('that names a parameter twice is not taken with one of the two', async () =>
    expect(await api.get(`lists?limit=1&limit=2`)).toMatchObject({ status: 400, body: { code: 'MALFORMED' } }));
});

describe('an answer', () => {
  const reads = [
    'lists',
    `lists/${listId}`,
    `projects/${gardens}`,
    '/api/problems',
    '/livez',
    'nowhere',
    '/api/openapi.json',
  ];
  it.each(reads)('of %s says its type and its letters, sets no cookie and sends nobody elsewhere', async (path) => {
    const { headers, status } = await api.get(path, commission);
    expect(headers['content-type']).toMatch(/^(application\/(problem\+)?json|text\/plain); charset=utf-8$/);
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers).not.toHaveProperty('location');
    expect(String(status)).toMatch(/^[245]/);
  });
  it('is not opened to pages of other sites', async () => {
    const { headers } = await api.get('lists', undefined, { headers: { origin: 'https://elsewhere.example' } });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
  it.each(reads)('of %s names no software and no version', async (path) => {
    const { headers } = await api.get(path);
    for (const name of ['server', 'x-powered-by', 'via']) expect(headers).not.toHaveProperty(name);
  });
  it('to reading changes nothing', async () => {
    for (const path of reads) await api.get(path, commission);
    expect(await api.events()).toEqual([]);
  });
});
