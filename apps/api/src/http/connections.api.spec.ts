import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { listId } from '@minsheng/read-models/testing';
import { commission } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi({ http: { requestTimeoutMs: 300, maxConnections: 4 } });
let port: number;
const sockets: Socket[] = [];
beforeAll(async () => {
  await api.app.listen(0, '127.0.0.1');
  ({ port } = api.app.getHttpServer().address() as AddressInfo);
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

const opened = async (): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined); // the server closes what it refuses
  await once(socket, 'connect');
  return socket;
};
/** Everything the server sends until it closes. */
const answerOn = async (socket: Socket): Promise<{ readonly head: string; readonly body: string }> => {
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  await once(socket, 'close');
  const [head, body = ''] = Buffer.concat(parts).toString().split('\r\n\r\n');
  return { head, body };
};
const answerTo = async (bytes: string) => {
  const socket = await opened();
  socket.write(bytes);
  return answerOn(socket);
};

describe('a connection', () => {
  it('that begins headers and does not go on is answered, and closed', async () => {
    const { head, body } = await answerTo('POST /api/v1/lists HTTP/1.1\r\nHost: x\r\n');
    expect(head).toMatch(/^HTTP\/1.1 408 /);
    expect(JSON.parse(body)).toMatchObject({ code: 'REQUEST_TOO_SLOW' });
  });
  it('that begins a body and does not go on is answered, and closed', async () => {
    const { head, body } = await answerTo(
      [
        `POST /api/v1/lists/${listId}/opening HTTP/1.1`,
        'Host: x',
        `Authorization: ${await api.bearer(commission)}`,
        'Content-Type: application/json',
        'Content-Length: 10',
        '',
        '{',
      ].join('\r\n'),
    );
    expect(head).toMatch(/^HTTP\/1.1 408 /);
    expect(JSON.parse(body)).toMatchObject({ code: 'REQUEST_TOO_SLOW' });
  });
  it('with something else than HTTP is answered with a problem', async () => {
    const { head, body } = await answerTo('\x16\x03\x01 this is TLS\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 400 Bad Request/);
    expect(head).toContain('X-Content-Type-Options: nosniff');
    expect(JSON.parse(body)).toMatchObject({
      type: '/api/problems/NOT_HTTP',
      status: 400,
      messages: { zh: expect.any(String), en: expect.any(String) },
      instance: expect.any(String),
    });
  });
  it('with headers without end is answered with a problem, too', async () => {
    const { head, body } = await answerTo(`GET /livez HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(40_000)}\r\n\r\n`);
    expect(head).toMatch(/^HTTP\/1.1 431 /);
    expect(JSON.parse(body)).toMatchObject({ code: 'HEADERS_TOO_LARGE' });
  });
  it('above the most at once is closed, and the others are served', async () => {
    const [first] = await Promise.all([opened(), opened(), opened(), opened()]);
    await pause(20);
    expect(await answerOn(await opened())).toEqual({ head: '', body: '' });
    first.write('GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect((await answerOn(first)).body).toContain('alive');
  });
});
