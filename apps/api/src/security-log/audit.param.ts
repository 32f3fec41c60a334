import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { requestOf } from './keep-security-log';
import type { SecurityEventType } from './security-log';

/** Records what the caller does; to be awaited before it is done: what cannot be recorded is not done. */
export type Audit = (event: SecurityEventType, subject?: string) => Promise<void>;

/** The security log, for the request at hand. */
export const AuditOf = createParamDecorator((_: unknown, context: ExecutionContext): Audit => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return (event, subject) =>
    request.server.securityLog.record({ event, ...requestOf(request), ...(subject !== undefined && { subject }) });
});
