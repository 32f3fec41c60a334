import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListId, deliveryRoutes } from '@minsheng/contracts';
import { ledgers, projects } from '@minsheng/read-models';
import { parsed } from '../http/command.param';
import { Answers, asOfQuery } from '../http/query-route';
import { AsOf } from '../reading/as-of';
import { ReadModels } from '../reading/read-models';
import { investmentView } from './investment.view';
import { printedOrder } from './project.view';

@ApiTags('台账 ledger')
@Controller()
export class InvestmentController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @Answers(deliveryRoutes.Investment, asOfQuery)
  async investment(@Param('listId') id: string, @AsOf() asOf: Date | undefined) {
    const listId = parsed(ListId, id, '/listId');
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
