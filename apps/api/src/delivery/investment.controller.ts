import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ledgers, projects } from '@minsheng/read-models';
import { asOfQuery, QueryRoute } from '../http/query-route';
import { staff } from '../identity/access';
import { CallerOf, type Caller } from '../identity/caller';
import { AsOf } from '../reading/as-of';
import { ReadModels } from '../reading/read-models';
import { investmentView } from './investment.view';
import { listInRegion } from './list-in-region';
import { printedOrder } from './project.view';

@ApiTags('台账 ledger')
@Controller('lists/:listId/investment')
export class InvestmentController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @QueryRoute(
    '',
    staff,
    '投资：计划、完成、支付与形象进度，各自分列 Investment: planned, done, paid, and works progress apart',
    asOfQuery,
  )
  async investment(@Param('listId') id: string, @CallerOf() caller: Caller, @AsOf() asOf: Date | undefined) {
    const listId = listInRegion(id, caller);
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
}
