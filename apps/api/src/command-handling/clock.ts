import { businessDateOf } from '@minsheng/command-handling';
import { On } from '@minsheng/contracts';
import { Problem } from '../http/problem';

/** The business date. Deadlines and lights are reckoned in Asia/Shanghai, wherever the server stands. */
export abstract class Clock {
  /** @param wished the header `Business-Date`, honoured in a rehearsal only */
  abstract today(wished?: string | string[]): string;
}

export class ShanghaiClock extends Clock {
  constructor(private readonly rehearsal: boolean) {
    super();
  }

  today(wished?: string | string[]): string {
    if (wished === undefined) return businessDateOf(new Date());
    if (!this.rehearsal) throw new Problem('BUSINESS_DATE_NOT_ALLOWED');
    if (typeof wished !== 'string' || !On.safeParse(wished).success) throw new Problem('BUSINESS_DATE_MALFORMED');
    return wished;
  }
}
