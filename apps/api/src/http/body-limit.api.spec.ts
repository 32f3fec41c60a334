import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gardens } from '@minsheng/read-models/testing';
import { commission } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const LIMIT = 65_536;
const api = new OpenedApi({ http: { bodyLimitBytes: LIMIT } });
let port: number;
beforeAll(async () => {
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  port = (api.app.getHttpServer().address() as AddressInfo).port;
});

/**
 * Sends pieces until an answer comes, and says how much was sent by then. It never says that the body is over: whoever
 * waits for that waits for ever.
 */
const pour = (headers: Record<string, string | number>, pieces: number, piece: Buffer) =>
  new Promise<{ status: number; code: string; sent: number }>((resolve, reject) => {
    let sent = 0;
    const sending = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: `/api/v1/projects/${gardens}/shelving`,
      headers: { 'content-type': 'application/json', ...headers },
    });
    sending
      .on('response', (answer) => {
        clearInterval(timer);
        const parts: Buffer[] = [];
        answer
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () => {
            resolve({ status: answer.statusCode!, code: JSON.parse(Buffer.concat(parts).toString()).code, sent });
            sending.destroy();
          });
      })
      .on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
      });
    const timer = setInterval(() => {
      if (sent >= pieces * piece.length) {
        clearInterval(timer);
        return;
      }
      sending.write(piece);
      sent += piece.length;
    }, 2);
  });

describe('a body over the limit', () => {
  it('that announces its length is refused at once', async () => {
    const headers = { 'content-length': 50_000_000, authorization: await api.bearer(commission) };
    const { status, code, sent } = await pour(headers, 20, Buffer.alloc(1_000, ' '));
    expect({ status, code }).toEqual({ status: 413, code: 'BODY_TOO_LARGE' });
    expect(sent).toBeLessThan(LIMIT);
  });
  it('from somebody without a token is not even measured', async () => {
    const { status, code, sent } = await pour({}, (4 * LIMIT) / 8_192, Buffer.alloc(8_192, ' '));
    expect({ status, code }).toEqual({ status: 401, code: 'TOKEN_MISSING' });
    expect(sent).toBeLessThan(LIMIT);
  });
  it('that comes in chunks is refused when it passes the limit', async () => {
    const headers = { authorization: await api.bearer(commission) };
    const { status, code, sent } = await pour(headers, (4 * LIMIT) / 8_192, Buffer.alloc(8_192, ' '));
    expect({ status, code }).toEqual({ status: 413, code: 'BODY_TOO_LARGE' });
    expect(sent).toBeGreaterThan(LIMIT / 2);
  });
  it('is one byte over it; a body of exactly the limit is read', async () => {
    const filled = (size: number) => JSON.stringify({ reason: 'x' }).padEnd(size, ' ');
    const send = (size: number) =>
      api.post(`projects/${gardens}/shelving`, undefined, commission, { payload: filled(size) });
    expect(await send(LIMIT + 1)).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
    expect(await send(LIMIT)).toMatchObject({ status: 404, body: { code: 'CANDIDATE_UNKNOWN' } });
  });
});
