import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyServerOptions } from 'fastify';
import type { HttpCode } from './http.problems';
import { Problem } from './problem';
import { problemBody } from './problem.filter';

/** How much of the server one connection may hold, and how long, in milliseconds. */
export interface ConnectionLimits {
  /** Until a request has arrived whole, its body included. */
  readonly requestTimeoutMs: number;
  /** Open at once; what comes above is closed unheard. */
  readonly maxConnections: number;
}

const byErrorCode: Readonly<Record<string, HttpCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TOO_SLOW',
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
};

/** What no route can answer, as it never became a request: too slow, too long, or no HTTP. */
const answerOnSocket = (error: Error & { readonly code?: string }, socket: Socket): void => {
  if (error.code !== 'ECONNRESET' && socket.writable) {
    const { status, body } = problemBody(new Problem(byErrorCode[error.code ?? ''] ?? 'NOT_HTTP'));
    const text = JSON.stringify({ ...body, instance: randomUUID() });
    socket.write(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        'Connection: close',
        'Cache-Control: no-store',
        'Content-Type: application/problem+json; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(text)}`,
        'X-Content-Type-Options: nosniff',
        '',
        text,
      ].join('\r\n'),
    );
  }
  socket.destroy(error);
};

/** Server options that keep slow or broken connections from holding others up. */
export const connectionOptions = ({ requestTimeoutMs }: ConnectionLimits) =>
  ({
    requestTimeout: requestTimeoutMs,
    http: {
      headersTimeout: Math.min(requestTimeoutMs, 10_000),
      connectionsCheckingInterval: Math.min(requestTimeoutMs, 2_000),
    },
    clientErrorHandler: answerOnSocket,
  }) satisfies FastifyServerOptions & { http: object };
