import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { On } from '@minsheng/contracts';
import { z } from 'zod';
import { Problem } from '../http/problem';

const Instant = z.iso.datetime({ offset: true });

/**
 * `2019-06-30` means the end of that day in Asia/Shanghai, and today what has been recorded until now. What is to come
 * is not answered: it would be another answer later. @throws Problem MALFORMED, AS_OF_IN_THE_FUTURE
 */
export const instantFrom = (text: string | undefined, now = new Date()): Date | undefined => {
  if (text === undefined) return undefined;
  const instant = On.safeParse(text).success ? endOf(text, now) : instantOf(text);
  if (instant > now) throw new Problem('AS_OF_IN_THE_FUTURE', { asOf: text, now: now.toISOString() });
  return instant;
};

/** The end of a day, and for today now. */
const endOf = (date: string, now: Date): Date => {
  const [begin, end] = ['00:00:00.000', '23:59:59.999'].map((time) => new Date(`${date}T${time}+08:00`));
  return begin <= now && now < end ? now : end;
};
const instantOf = (text: string): Date => {
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
