import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { Problem } from '../http/problem';

/** `2019-06-30` means the end of that day in Asia/Shanghai. @throws Problem */
export const instantFrom = (text: string | undefined): Date | undefined => {
  if (text === undefined) return undefined;
  const instant = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59.999+08:00` : text);
  if (!/^\d{4}-\d\d-\d\d(T.+)?$/.test(text) || Number.isNaN(instant.getTime())) throw new Problem('MALFORMED', {}, [{ pointer: '/asOf', detail: '应为日期 2019-06-30 或时刻 2019-06-30T12:00:00+08:00 (a date or an instant)' }]);
  return instant;
};

/** The `asOf` of a read that people print; undefined for now. */
export const AsOf = createParamDecorator((_: unknown, context: ExecutionContext) => instantFrom(context.switchToHttp().getRequest().query.asOf));
export const ApiAsOf = () => ApiQuery({ name: 'asOf', required: false, description: '按此刻之前已记录的事件重现；日期指当日 24 时（北京时间）。As recorded until this instant.' });
