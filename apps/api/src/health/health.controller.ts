import { Controller, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { operationRoutes } from '@minsheng/contracts';
import { POLICIES, projections, publicKey } from '@minsheng/read-models';
import type { FastifyReply } from 'fastify';
import { Answers } from '../http/query-route';
import { ReadModels } from '../reading/read-models';

/** The api answers; the database may not. `/livez` never touches it, `/readyz` says how far each projection lags. */
@ApiTags('运行 health')
@Controller()
export class HealthController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @Answers(operationRoutes.Alive)
  live() {
    return { status: 'alive' };
  }

  @Answers(operationRoutes.Ready)
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    try {
      const [head, checkpoints, waiting] = await Promise.all([
        this.readModels.head(),
        this.readModels.checkpoints(),
        this.readModels.whatWaits(),
      ]);
      const known = new Map(checkpoints.map((row) => [row.name, row]));
      const lags = [...projections.map(({ name }) => name), POLICIES].map((name) => {
        const row = known.get(name);
        return {
          name,
          position: row?.position ?? '0',
          lagEvents: Number(head - BigInt(row?.position ?? 0)),
          halted: row ? row.halted : 'not started',
        };
      });
      // it holds up nobody else: the api is ready with it
      const setAside = [...waiting].flatMap(([projection, entries]) =>
        entries.map(({ key, since, reason }) => ({
          projection,
          key: publicKey(key),
          since: since.toString(),
          reason,
        })),
      );
      const ready = lags.every(({ halted }) => halted === null);
      if (!ready) void reply.status(503);
      return {
        status: ready ? 'ready' : 'a projection stands still',
        head: head.toString(),
        projections: lags,
        setAside,
      };
    } catch (error) {
      void reply.status(503);
      return { status: 'database unavailable', reason: (error as { code?: string }).code ?? 'no answer' };
    }
  }
}
