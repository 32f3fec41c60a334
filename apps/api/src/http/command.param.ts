import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { canonicalJson, pathIds, type IdOfList } from '@minsheng/contracts';
import { derivedId, type Envelope } from '@minsheng/command-handling';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { CommandClass } from '../command-handling/addressed-to';
import type { Caller } from '../identity/caller';
import { assertKeepable } from './assert-keepable';
import { assertNames } from './assert-names';
import { assertReferences } from './assert-references';
import { COMMAND } from './command-route';
import { correlationOf } from './correlation';
import { Problem } from './problem';

const COMMAND_IDS = '8f1d6b0a-6f0e-5f43-9a55-0f6b7c7c2f10';
const KEY = /^[\x21-\x7e]{8,120}$/;

/** Parses with the contract's own schema. @throws Problem naming each field by JSON pointer */
export const parsed = <Schema extends z.ZodType>(schema: Schema, value: unknown, root = ''): z.output<Schema> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Problem(
    'MALFORMED',
    {},
    result.error.issues.flatMap((issue) => {
      const base = `${root}/${issue.path.join('/')}`.replace(/\/$/, '') || '/';
      return issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({
            pointer: `${base === '/' ? '' : base}/${key}`,
            detail: '没有这个字段，请检查拼写 (unknown field)',
          }))
        : [{ pointer: base, detail: issue.message }];
    }),
  );
};

const only = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

/** What travels around the command: who, when, under which key. @throws Problem */
export const envelopeFrom = (
  request: Pick<FastifyRequest, 'headers' | 'id'>,
  { actor, today, fingerprint }: Pick<Caller, 'actor' | 'today' | 'fingerprint'>,
  command: { type: string; id: string; data: unknown },
): Envelope => {
  const key = only(request.headers['idempotency-key']);
  if (!key) throw new Problem('IDEMPOTENCY_KEY_MISSING');
  if (!KEY.test(key)) throw new Problem('IDEMPOTENCY_KEY_MALFORMED');
  const ifMatch = only(request.headers['if-match']);
  if (ifMatch !== undefined && !/^"\d{1,9}"$/.test(ifMatch)) throw new Problem('IF_MATCH_MALFORMED');
  return {
    actor,
    on: today,
    commandId: derivedId(`${actor.id} ${key}`, COMMAND_IDS),
    fingerprint: fingerprint(canonicalJson(command)),
    correlationId: correlationOf(request, actor),
    ...(ifMatch && { expectedVersion: Number(ifMatch.slice(1, -1)) }),
  };
};

/**
 * The command that a route accepts, built from path, body and headers: everything that can be malformed is refused
 * here.
 */
export const Command = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<FastifyRequest & { caller: Caller }>();
  const CommandClass: CommandClass = Reflect.getMetadata(COMMAND, context.getHandler());
  const { command, names } = CommandClass.route;
  assertKeepable(request.body);
  const data = parsed(command.schema, request.body ?? {});
  assertNames(command.schema, data);
  const id = parsed(pathIds[names], (request.params as Record<string, string>)[names], `/${names}`);
  assertReferences(command.schema, data, id as IdOfList); // what is sent to a register names no list
  const envelope = envelopeFrom(request, request.caller, { type: command.type, id, data });
  return new CommandClass(id, data, envelope, request.caller.subject);
});
