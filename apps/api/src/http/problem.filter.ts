import { ArgumentsHost, Catch, ExceptionFilter, HttpException } from '@nestjs/common';
import { Refusal } from '@minsheng/domain';
import { StaleVersion, StreamUnreadable } from '@minsheng/command-handling';
import {
  AppendTooLarge,
  CommandKeyReused,
  EventStoreBusy,
  EventStoreUnavailable,
  GroupAcrossStreams,
  WrongRevision,
} from '@minsheng/event-store';
import { publicKey, reasonOf } from '@minsheng/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpCode } from './http.problems';
import { Problem, RETRY_AFTER_REPAIR_S, type RowProblem } from './problem';
import { problemTexts, statusOf, type ProblemCode } from './problem-catalogue';

const byFrameworkStatus: Readonly<Record<number, HttpCode>> = {
  400: 'MALFORMED_JSON',
  404: 'ROUTE_UNKNOWN',
  405: 'ROUTE_UNKNOWN',
  413: 'BODY_TOO_LARGE',
  415: 'MEDIA_TYPE_NOT_SUPPORTED',
};

/** Names what went wrong; undefined for a bug. */
const problemFrom = (error: unknown): Problem | undefined => {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal) return new Problem(error.code as ProblemCode, error.facts);
  if (error instanceof StaleVersion)
    return new Problem('STALE_VERSION', { expected: error.expected, actual: error.actual });
  if (error instanceof StreamUnreadable)
    return new Problem('STREAM_UNREADABLE', {
      stream: publicKey(error.stream),
      position: error.position.toString(),
      retryAfterSeconds: RETRY_AFTER_REPAIR_S,
    });
  if (error instanceof CommandKeyReused) return new Problem('IDEMPOTENCY_KEY_REUSED');
  if (error instanceof AppendTooLarge) return new Problem('APPEND_TOO_LARGE', error.facts);
  if (error instanceof GroupAcrossStreams) return new Problem('TOGETHER_NOT_POSSIBLE');
  if (error instanceof WrongRevision) return new Problem('CONFLICT');
  if (error instanceof EventStoreBusy) return new Problem('BUSY', { retryAfterSeconds: error.retryAfterSeconds });
  if (error instanceof EventStoreUnavailable || isConnectionLoss(error))
    return new Problem('STORE_UNAVAILABLE', { retryAfterSeconds: 1 });
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  const code = status === undefined ? undefined : byFrameworkStatus[status];
  return code && new Problem(code);
};

/** Lost or refused database connections: the request may be sent again. */
const isConnectionLoss = (error: unknown): boolean => {
  const { code, message, driverError } = error as { code?: string; message?: string; driverError?: unknown };
  return (
    /^(08|57P0[123]|53300|ECONN|ENOENT|EPIPE|ETIMEDOUT)/.test(code ?? '') ||
    /Connection terminated|timeout exceeded when trying|Query read timeout|encountered a connection error/.test(
      message ?? '',
    ) ||
    (driverError !== undefined && isConnectionLoss(driverError))
  );
};

/** The one place that speaks HTTP of failure: problem+json (RFC 9457) with a stable code, in Chinese and English. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemFrom(error);
    if (!problem) request.log.error({ err: error }, 'a bug, not a refusal');
    if (error instanceof StreamUnreadable)
      request.log.error({ ...problem?.facts, reason: reasonOf(error.cause) }, 'a stream cannot be read');
    answerWith(problem ?? new Problem('INTERNAL'), request, reply);
  }
}

export const answerWith = (
  problem: Problem,
  request: Pick<FastifyRequest, 'headers' | 'id'>,
  reply: FastifyReply,
): void => {
  const { status, body } = problemBody(problem, request.headers['accept-language']);
  reply.problemCode = problem.code;
  if (problem.facts.retryAfterSeconds) void reply.header('Retry-After', String(problem.facts.retryAfterSeconds));
  if (status === 401) void reply.header('WWW-Authenticate', 'Bearer');
  void reply
    .status(status)
    .type('application/problem+json; charset=utf-8')
    .send({ ...body, instance: String(request.id) });
};

/** Chinese first: English only where the client asks for it before Chinese. */
const prefersEnglish = (acceptLanguage = ''): boolean => /^\s*en\b/i.test(acceptLanguage);

const messagesOf = (code: ProblemCode, facts: Problem['facts']) => {
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
  const { zh, en } = problemTexts[code];
  return { zh: filled(zh), en: filled(en) };
};
const rowBody = ({ row, projectId, code, facts }: RowProblem, acceptLanguage?: string) => {
  const { zh, en } = messagesOf(code, facts);
  return { row, projectId, code, detail: prefersEnglish(acceptLanguage) ? en : zh };
};

export const problemBody = ({ code, facts, errors }: Problem, acceptLanguage?: string) => {
  const messages = messagesOf(code, facts);
  const status = statusOf(code);
  const fields = errors?.map((error) => ('row' in error ? rowBody(error, acceptLanguage) : error));
  return {
    status,
    body: {
      type: `/api/problems/${code}`,
      title: prefersEnglish(acceptLanguage) ? messages.en : messages.zh,
      status,
      code,
      messages,
      ...(Object.keys(facts).length > 0 && { facts }),
      ...(fields && { errors: fields }),
    },
  };
};
