import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { throwError, timeout } from 'rxjs';
import { Problem } from './problem';

/**
 * How long a request is worked on, in milliseconds, before it is answered that its outcome is not known (handbook
 * bar.md F10: none hangs over 10 s).
 */
export const TIMEOUT_MS = 9_500;

/**
 * Whatever a request waits for, a connection, a lock, a silent network: whoever asked is told in time, and asks again
 * under the same key.
 */
@Injectable()
export class TimeoutInterceptor implements NestInterceptor {
  intercept(_: ExecutionContext, next: CallHandler) {
    return next
      .handle()
      .pipe(timeout({ first: TIMEOUT_MS, with: () => throwError(() => new Problem('STORE_UNAVAILABLE')) }));
  }
}
