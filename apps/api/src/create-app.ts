import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AppModule, type Foundations } from './app.module';
import { takeExactJson } from './http/json-body';
import { Problem } from './http/problem';
import { answerWith } from './http/problem.filter';
import { assertRoutes } from './identity/assert-routes';
import { serveOpenApi } from './open-api';

/**
 * Nest speaks into the same log; @nestjs/cqrs says there when two handlers claim one command, which stops the start.
 */
const nestLogger = (log: Logger): LoggerService => ({
  log: (message, context) => log.debug({ context }, String(message)),
  warn: (message, context) => {
    if (/already registered|override/i.test(String(message))) throw new Error(String(message));
    log.warn({ context }, String(message));
  },
  error: (message, stack, context) => log.error({ context, stack }, String(message)),
});

/** The api, ready to listen. Bodies over the limit are refused before they are read whole. */
export const createApp = async (
  foundations: Foundations,
  { bodyLimitBytes, log }: { readonly bodyLimitBytes: number; readonly log: Logger },
): Promise<NestFastifyApplication> => {
  assertRoutes(AppModule);
  const adapter = new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_unreadableAddress: Error, request: FastifyRequest, reply: FastifyReply) =>
      answerWith(new Problem('ROUTE_UNKNOWN'), request, reply),
  });
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
  serveOpenApi(app);
  return app;
};
