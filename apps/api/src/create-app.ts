import { randomUUID } from 'node:crypto';
import { RequestMethod, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import { loggableText } from '@minsheng/event-store';
import type { Logger } from 'pino';
import { AppModule, type Foundations } from './app.module';
import { takeExactJson } from './http/json-body';
import { Problem } from './http/problem';
import { answerWith } from './http/problem.filter';
import { assertEveryRouteHasAPolicy } from './identity/assert-every-route-has-a-policy';
import { serveOpenApi } from './open-api';
import { keepSecurityLog, refusalOf } from './security-log/keep-security-log';

/** Routes that are not part of the versioned API. */
const UNVERSIONED = ['livez', 'readyz', 'api/problems', 'api/problems/:code'];

/**
 * Nest speaks into the same log; @nestjs/cqrs says there when two handlers claim one command, which stops the start.
 */
const nestLogger = (log: Logger): LoggerService => ({
  log: (message, context) => log.debug({ context }, String(message)),
  warn: (message, context) => {
    if (/already registered|override/i.test(String(message))) throw new Error(String(message));
    log.warn({ context }, String(message));
  },
  error: (message, _stack, context) =>
    log.error({ context, ...(message instanceof Error && { err: message }) }, loggableText(String(message))),
});

/** The api, ready to listen. Bodies over the limit are refused before they are read whole. */
export const createApp = async (
  foundations: Foundations,
  { bodyLimitBytes, log }: { readonly bodyLimitBytes: number; readonly log: Logger },
): Promise<NestFastifyApplication> => {
  assertEveryRouteHasAPolicy(AppModule);
  const adapter = new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_unreadableAddress: Error, request: FastifyRequest, reply: FastifyReply) => {
      answerWith(new Problem('ROUTE_UNKNOWN'), request, reply);
      for (const event of refusalOf(request, reply)) void foundations.securityLog.record(event); // no hook runs for it
    },
  });
  keepSecurityLog(adapter.getInstance(), foundations.securityLog);
  // A route that takes many rows says so by `RouteConfig`; the others keep the common limit.
  adapter.getInstance().addHook('onRoute', (route) => {
    const { bodyLimitBytes: own } = (route.config ?? {}) as { bodyLimitBytes?: number };
    if (own !== undefined) route.bodyLimit = Math.max(own, bodyLimitBytes);
  });
  // JSON, and nothing else: a form or a text is not a command.
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(foundations), adapter, {
    logger: nestLogger(log),
    abortOnError: false,
    bodyParser: false,
  });
  adapter.getInstance().removeContentTypeParser('text/plain');
  takeExactJson(adapter.getInstance());
  app.setGlobalPrefix('api/v1', { exclude: UNVERSIONED.map((path) => ({ path, method: RequestMethod.ALL })) });
  serveOpenApi(app);
  return app;
};
