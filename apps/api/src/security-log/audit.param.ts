import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../identity/caller';

/** Records what the caller does; to be awaited before it is done: what cannot be recorded is not done. */
export type Audit = (event: 'CONTACT_READ', subject: string) => Promise<void>;

/** The audit rows of the request at hand: who did it, by pseudonym, and about what. Never the data themselves. */
export const AuditOf = createParamDecorator((_: unknown, context: ExecutionContext): Audit => {
  const request = context.switchToHttp().getRequest<FastifyRequest & { caller: Caller }>();
  const { role, id: person } = request.caller.actor;
  const log = request.server.log.child({}, { level: 'info' }); // whatever else is logged
  return async (event, subject) => log.info({ event, subject, role, person, route: request.routeOptions.url });
});
