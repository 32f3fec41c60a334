import { setTimeout as pause } from 'node:timers/promises';
import { CallHandler, ExecutionContext, Inject, Injectable, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, mergeMap, type Observable } from 'rxjs';
import { Problem } from '../http/problem';
import { ReadModels } from './read-models';

/** How long a read waits for what its reader has just written, and how often it looks, in milliseconds. */
const PATIENCE = 2_000;
const STEP = 15;

/** `?wait-for=<position>`: read your own write. After two seconds it answers 202 and says how far the pages are. */
@Injectable()
export class WaitForInterceptor implements NestInterceptor {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const wanted = (context.switchToHttp().getRequest<FastifyRequest>().query as Record<string, string> | undefined)?.['wait-for'];
    if (wanted === undefined) return next.handle();
    if (!/^\d{1,18}$/.test(wanted)) throw new Problem('MALFORMED', {}, [{ pointer: '/wait-for', detail: '应为回执中的 position (the position of a receipt)' }]);
    return from(this.reached(BigInt(wanted))).pipe(mergeMap(() => next.handle()));
  }

  private async reached(wanted: bigint): Promise<void> {
    for (const until = performance.now() + PATIENCE; ;) {
      const position = await this.readModels.position();
      if (position >= wanted) return;
      if (performance.now() > until) throw new Problem('NOT_YET_VISIBLE', { position: position.toString() });
      await pause(STEP);
    }
  }
}
