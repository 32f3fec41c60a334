import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import { loggableText } from '@minsheng/event-store';
import type { Logger } from 'pino';
import { AppModule, type Foundations } from './app.module';
import { connectionOptions } from './http/connections';
import type { HttpSettings } from './http/http.settings';
import { takeExactJson } from './http/json-body';
import { Problem } from './http/problem';
import { answerWith } from './http/problem.filter';
import { secureHeaders, setSecurityHeaders } from './http/security-headers';
import { admitCallers } from './identity/admit-callers';
import { assertRoutes } from './identity/assert-routes';
import { serveOpenApi } from './open-api';
import { limitAddresses, limitCallers } from './rates/limit-requests';
import type { Rates } from './rates/rates';
import { keepSecurityLog, refusalOf } from './security-log/keep-security-log';

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
  { http, log, rates }: { readonly http: HttpSettings; readonly log: Logger; readonly rates: Rates },
): Promise<NestFastifyApplication> => {
  assertRoutes(AppModule);
  const adapter = new FastifyAdapter({
    bodyLimit: http.bodyLimitBytes,
    trustProxy: http.trustedProxies.length > 0 && [...http.trustedProxies],
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    ...connectionOptions(http),
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_unreadableAddress: Error, request: FastifyRequest, reply: FastifyReply) => {
      setSecurityHeaders(request, reply); // no hook runs for such a request
      answerWith(new Problem('ROUTE_UNKNOWN'), request, reply);
      for (const event of refusalOf(request, reply)) void foundations.securityLog.record(event);
    },
  });
  const server = adapter.getInstance();
  server.server.maxConnections = http.maxConnections;
  // in this order, before a body is read: decision 0032
  secureHeaders(server);
  keepSecurityLog(server, foundations.securityLog);
  limitAddresses(server, rates);
  admitCallers(server, foundations);
  limitCallers(server, rates);
  // A route that takes many rows says so by `RouteConfig`; the others keep the common limit.
  server.addHook('onRoute', (route) => {
    const { bodyLimitBytes: own } = (route.config ?? {}) as { bodyLimitBytes?: number };
    if (own !== undefined) route.bodyLimit = Math.max(own, http.bodyLimitBytes);
  });
  // JSON, and nothing else: a form or a text is not a command.
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(foundations), adapter, {
    logger: nestLogger(log),
    abortOnError: false,
    bodyParser: false,
  });
  server.removeContentTypeParser('text/plain');
  takeExactJson(server);
  if (http.apiPage) serveOpenApi(app);
  return app;
};
