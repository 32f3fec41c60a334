import { applyDecorators, HttpCode, Post, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import type { Role } from '@minsheng/contracts';
import { z } from 'zod';
import type { CommandClass } from '../command-handling/addressed-to';
import { Allow } from '../identity/access';

export const COMMAND = 'minsheng:command';

/** The JSON schema (2020-12, as OpenAPI 3.1 wants it) of what a client may send. */
export const jsonSchema = (schema: z.ZodType) => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return json as object;
};

const receipt = {
  type: 'object',
  properties: { id: { type: 'string' }, streamVersion: { type: 'integer' }, position: { type: 'string' } },
  required: ['id', 'streamVersion', 'position'],
};
const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** `SubmitReport` as `Submit report`. */
const inWords = (name: string): string => name.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/**
 * A route that takes one command: its path, its name in the office's words, who may send it, and its page in the
 * documentation from the contract.
 */
export const CommandRoute = (
  path: string,
  command: CommandClass,
  inChinese: string,
  ...roles: readonly [Role, ...Role[]]
) =>
  applyDecorators(
    Post(path),
    HttpCode(201),
    Allow(...roles),
    SetMetadata(COMMAND, command),
    ApiOperation({
      operationId: command.definition.type,
      summary: `${inChinese} ${inWords(command.definition.type)}`,
      description: `${roles.join(', ')}`,
    }),
    ApiBearerAuth(),
    ApiParam({ name: command.address.param, required: true, schema: jsonSchema(command.address.schema as z.ZodType) }),
    ApiBody({ schema: jsonSchema(command.definition.schema) }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: '同一请求重发时不变；8–120 个可见字符。The same for a retry of the same request.',
    }),
    ApiHeader({ name: 'If-Match', required: false, description: '读取时得到的 ETag；不一致则 412。' }),
    ApiResponse({ status: 201, description: '已记入事件日志', schema: receipt }),
    ...[400, 401, 403, 409, 412, 422, 503].map((status) => ApiResponse({ status, content: problem })),
  );
