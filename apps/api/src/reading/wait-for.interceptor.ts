import { setTimeout as pause } from 'node:timers/promises';
import { CallHandler, ExecutionContext, Inject, Injectable, NestInterceptor } from '@nestjs/common';
import { from, mergeMap, type Observable } from 'rxjs';
import { Problem } from '../http/problem';
import { parsedQuery } from '../http/query-route';
import { ReadModels } from './read-models';

/** How long a read waits for what its reader has just written, and how often it looks, in milliseconds. */
const WAIT_MS = 2_000;
const STEP = 15;

/** `?wait-for=<position>`: read your own write. After two seconds it answers 202 and says how far the pages are. */
@Injectable()
export class WaitForInterceptor implements NestInterceptor {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { 'wait-for': wanted } = parsedQuery(context) as { 'wait-for'?: string };
    if (wanted === undefined) return next.handle();
    return from(this.reached(BigInt(wanted))).pipe(mergeMap(() => next.handle()));
  }

  private async reached(wanted: bigint): Promise<void> {
    for (const until = performance.now() + WAIT_MS; ;) {
      const position = await this.readModels.position();
      if (position >= wanted) return void (await this.readModels.whatWaits());
      if (performance.now() > until) throw new Problem('NOT_YET_VISIBLE', { position: position.toString() });
      await pause(STEP);
    }
  }
}
