import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { Route } from '@minsheng/contracts';
import { z } from 'zod';
import { Implements } from '../identity/access';
import { jsonSchema } from './command-route';
import { parsed } from './command.param';

const QUERY = 'minsheng:query';

/** What every read understands: wait until the pages show what this position's receipt acknowledged. */
const everyRead = {
  'wait-for': z
    .string()
    .regex(/^\d{1,18}$/, '应为回执中的 position (the position of a receipt)')
    .optional()
    .describe('等到这一条已办理的内容可见，至多 2 秒，否则 202。Read your own write.'),
};
/** What reads that people print understand besides. */
export const asOfQuery = {
  asOf: z
    .string()
    .optional()
    .describe(
      '按此刻之前已记录的事件重现；日期指当日 24 时（北京时间），不能是将来。As recorded until this date or instant, which is not to come.',
    ),
};
export const pageQuery = {
  cursor: z.string().optional().describe('上一页的 next'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

/** A route that answers a question, and what it may be asked. A mistyped question is refused, not ignored. */
export const Answers = (route: Route, query: z.ZodRawShape = {}) => {
  const schema = z.strictObject({ ...everyRead, ...query });
  return applyDecorators(
    Implements(route),
    SetMetadata(QUERY, schema),
    ...Object.entries(schema.shape).map(([name, part]) =>
      ApiQuery({
        name,
        required: false,
        description: (part as z.ZodType).description,
        schema: jsonSchema(part as z.ZodType),
      }),
    ),
  );
};

/** The checked query of a route made by `Answers`. */
export const Query = createParamDecorator((_: unknown, context: ExecutionContext) => parsedQuery(context));

/** @throws Problem naming what the route does not understand */
export const parsedQuery = (context: ExecutionContext): Record<string, unknown> => {
  const schema: z.ZodType<Record<string, unknown>> | undefined = Reflect.getMetadata(QUERY, context.getHandler());
  return schema ? parsed(schema, context.switchToHttp().getRequest().query ?? {}) : {};
};
