import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { pathIds, type CommandRoute } from '@minsheng/contracts';
import { z } from 'zod';
import type { CommandClass } from '../command-handling/addressed-to';
import { Implements } from '../identity/access';

export const COMMAND = 'minsheng:command';

/** The JSON schema (2020-12, as OpenAPI 3.1 wants it) of what a client may send. */
export const jsonSchema = (schema: z.ZodType) => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return json as object;
};

const text = { type: 'string' };
const receipt = {
  type: 'object',
  properties: { id: text, streamVersion: { type: 'integer' }, position: text },
  required: ['id', 'streamVersion', 'position'],
};
/** The answer of a request over several projects of a list: fields of its own, and a receipt for each. */
const receiptsWith = (fields: NonNullable<CommandRoute['receipts']>) => {
  const own = Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, { type }]));
  const items = { type: 'object', properties: { ...receipt.properties, events: { type: 'integer' } } };
  const properties = { listId: text, ...own, position: text, receipts: { type: 'array', items } };
  return { type: 'object', properties };
};
const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** A route that takes one command, and its page in the documentation from the contract. */
export const TakesCommand = (command: CommandClass) => {
  const { route } = command;
  return applyDecorators(
    Implements(route),
    SetMetadata(COMMAND, command),
    ...(route.bodyLimitBytes === undefined ? [] : [RouteConfig({ bodyLimitBytes: route.bodyLimitBytes })]),
    ApiOperation({ operationId: route.command.type, summary: route.summary, description: route.access.join(', ') }),
    ApiParam({ name: route.names, required: true, schema: jsonSchema(pathIds[route.names]) }),
    ApiBody({ schema: jsonSchema(route.command.schema) }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: '同一请求重发时不变；8–120 个可见字符。The same for a retry of the same request.',
    }),
    ApiHeader({ name: 'If-Match', required: false, description: '读取时得到的 ETag；不一致则 412。' }),
    ApiResponse({
      status: 201,
      description: '已记入事件日志',
      schema: route.receipts ? receiptsWith(route.receipts) : receipt,
    }),
    ...[400, 401, 403, 409, 412, 422, 503].map((status) => ApiResponse({ status, content: problem })),
  );
};
