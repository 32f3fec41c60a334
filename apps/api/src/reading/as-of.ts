import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { On } from '@minsheng/contracts';
import { z } from 'zod';
import { Problem } from '../http/problem';

const Instant = z.iso.datetime({ offset: true });

/** `2019-06-30` means the end of that day in Asia/Shanghai. @throws Problem */
export const instantFrom = (text: string | undefined): Date | undefined => {
  if (text === undefined) return undefined;
  if (On.safeParse(text).success) return new Date(`${text}T23:59:59.999+08:00`);
  const instant = text.toString().replace(' ', '+'); // a plus in an address is read as a space
  if (!Instant.safeParse(instant).success)
    throw new Problem('MALFORMED', {}, [
      { pointer: '/asOf', detail: '应为日期 2019-06-30 或时刻 2019-06-30T12:00:00+08:00 (a date or an instant)' },
    ]);
  return new Date(instant);
};

/** The `asOf` of a read that people print; undefined for now. */
export const AsOf = createParamDecorator((_: unknown, context: ExecutionContext) =>
  instantFrom(context.switchToHttp().getRequest().query.asOf),
);
