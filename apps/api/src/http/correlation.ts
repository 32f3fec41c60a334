import type { Actor } from '@minsheng/contracts';
import type { FastifyRequest } from 'fastify';

/** Version 00 of W3C Trace Context; ids of zeros are invalid. */
const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * By what the events of a request are found in traces: what staff send by W3C Trace Context, else the server's own id.
 * A resident's is never taken: their browser sends the same for all that they do, and so would join it.
 */
export const correlationOf = (
  { headers, id }: Pick<FastifyRequest, 'headers' | 'id'>,
  { role }: Pick<Actor, 'role'>,
): string => {
  const { traceparent } = headers;
  return role !== 'public' && typeof traceparent === 'string' && TRACEPARENT.test(traceparent)
    ? traceparent
    : String(id);
};
