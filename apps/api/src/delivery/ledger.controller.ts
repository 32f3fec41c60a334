import { Controller, Inject, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListId, ProjectId } from '@minsheng/contracts';
import { ledgers, lights, projects } from '@minsheng/read-models';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { asOfQuery, Query, QueryRoute } from '../http/query-route';
import { staff } from '../identity/access';
import { assertSameRegion, CallerOf, isStaff, type Caller } from '../identity/caller';
import { AsOf } from '../reading/as-of';
import { asJson } from '../reading/json-text';
import { ReadModels } from '../reading/read-models';
import { investmentView } from './investment.view';
import { ledgerText } from './ledger.reads';
import { LedgerFilter } from './ledger.view';
import { lightsView, publicLights } from './lights.view';
import { isPublic, printedOrder } from './project.view';

/** Without a limit the whole list comes in one answer. */
const pageOfLedger = {
  cursor: z.string().optional().describe('上一页的 next'),
  limit: z.coerce.number().int().min(1).max(200).optional(),
};

@ApiTags('台账 ledger')
@Controller()
export class LedgerController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @QueryRoute(
    'lists/:listId/ledger',
    staff,
    '台账：指标 × 地区 × 月份 The ledger: every indicator, district and month',
    {
      ...asOfQuery,
      ...LedgerFilter.shape,
      ...pageOfLedger,
    },
  )
  async ledger(
    @Param('listId') id: string,
    @CallerOf() caller: Caller,
    @AsOf() asOf: Date | undefined,
    @Query() query: LedgerFilter & { cursor?: string; limit?: number },
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const listId = this.listOf(id, caller);
    const { department, district, project, indicator, period, cursor, limit } = query;
    return asJson(
      reply,
      await ledgerText(
        await this.readModels.view(asOf, projects, ledgers),
        listId,
        { department, district, project, indicator, period },
        { cursor, limit },
      ),
    );
  }

  @QueryRoute(
    'projects/:projectId/lights',
    'everyone',
    "亮灯历史：公布的灯、此后的变化与原因 The history of a project's lights",
    asOfQuery,
  )
  async lights(@Param('projectId') id: string, @CallerOf() caller: Caller | undefined, @AsOf() asOf: Date | undefined) {
    const projectId = parsed(ProjectId, id, '/projectId');
    const view = await this.readModels.view(asOf, projects, lights);
    const project = await view.one(projects, projectId);
    if (!project || !isPublic(project)) throw new Problem('NOT_FOUND', { what: '项目 project' });
    const rows = await view.all(lights, { projectId });
    return {
      projectId,
      asOf: asOf?.toISOString() ?? null,
      lights: isStaff(caller) ? lightsView(rows) : publicLights(rows),
    };
  }

  @QueryRoute(
    'lists/:listId/investment',
    staff,
    '投资：计划、完成、支付与形象进度，各自分列 Investment: planned, done, paid, and works progress apart',
    asOfQuery,
  )
  async investment(@Param('listId') id: string, @CallerOf() caller: Caller, @AsOf() asOf: Date | undefined) {
    const listId = this.listOf(id, caller);
    const view = await this.readModels.view(asOf, projects, ledgers);
    const [rows, figures] = await Promise.all([
      view.some(projects, { listId }, ['projectId', 'no', 'title', 'investment', 'deliveryVersion']),
      view.some(ledgers, { listId }, ['projectId', 'reports', 'standing']),
    ]);
    return {
      listId,
      asOf: asOf?.toISOString() ?? null,
      ...view.notCurrent(listId),
      unit: '万元',
      ...investmentView(rows.filter(({ deliveryVersion }) => deliveryVersion > 0).sort(printedOrder), figures),
    };
  }

  private listOf(id: string, { actor }: Caller): ListId {
    const listId = parsed(ListId, id, '/listId');
    assertSameRegion(actor, listId);
    return listId;
  }
}
