import type { Actor } from '@minsheng/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SecurityEvent, SecurityLog } from './security-log';
import { SignIns } from './sign-ins';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose token it carries, also where they are refused afterwards. */
    identity?: Actor;
  }
  interface FastifyReply {
    /** Set by `answerWith`. */
    problemCode?: string;
  }
  interface FastifyInstance {
    securityLog: SecurityLog;
  }
}

/** Of what request an event is. */
export const requestOf = (request: FastifyRequest): Omit<SecurityEvent, 'event'> => ({
  ...(request.identity && { role: request.identity.role, person: request.identity.id }),
  ...(request.routeOptions.url !== undefined && { route: `${request.method} ${request.routeOptions.url}` }),
  address: request.ip,
  request: String(request.id),
});

/** A client's fault, with its code; an error of ours is in the other log. */
export const refusalOf = (
  request: FastifyRequest,
  { problemCode, statusCode }: Pick<FastifyReply, 'problemCode' | 'statusCode'>,
): SecurityEvent[] =>
  problemCode !== undefined && statusCode < 500 ? [{ event: 'REFUSED', code: problemCode, ...requestOf(request) }] : [];

/** Every refusal and every sign-in, whichever part of the api answers. */
export const keepSecurityLog = (server: FastifyInstance, log: SecurityLog): void => {
  const signIns = new SignIns();
  server.decorate('securityLog', log);
  server.decorateRequest('identity', undefined);
  server.decorateReply('problemCode', undefined);
  server.addHook('onResponse', async (request, reply) => {
    const { identity, headers } = request;
    const events = [
      ...(identity ? signIns.seen(String(headers.authorization), identity) : []).map((event) => ({
        ...requestOf(request),
        ...event,
      })),
      ...refusalOf(request, reply),
    ];
    await Promise.all(events.map((event) => log.record(event))).catch((err: unknown) =>
      request.log.error({ err }, 'the security log cannot be written'),
    );
  });
};
