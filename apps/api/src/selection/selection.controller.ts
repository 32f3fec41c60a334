import { Controller, Inject, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListId, selectionRoutes } from '@minsheng/contracts';
import { annualLists } from '@minsheng/read-models';
import type { FastifyReply } from 'fastify';
import { parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { asOfQuery, pageQuery, Answers, Query } from '../http/query-route';
import { AsOf } from '../reading/as-of';
import { pageOf, type PageQuery } from '../reading/page';
import { ReadModels } from '../reading/read-models';

@ApiTags('清单 selection')
@Controller()
export class SelectionController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @Answers(selectionRoutes.AnnualLists, pageQuery)
  async all(@Query() query: PageQuery) {
    const view = await this.readModels.view(undefined, annualLists);
    const rows = view.current(await view.dataSource.manager.find(annualLists.entity));
    return {
      ...pageOf(
        rows.map(({ rules: _, decision: __, ...row }) => row),
        ({ listId }) => listId,
        query,
      ),
      ...view.notCurrent(),
    };
  }

  @Answers(selectionRoutes.AnnualList, asOfQuery)
  async annualList(
    @Param('listId') id: string,
    @AsOf() asOf: Date | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const view = await this.readModels.view(asOf, annualLists);
    const row = await view.row(annualLists, parsed(ListId, id, '/listId'));
    if (!row) throw new Problem('NOT_FOUND', { what: '清单 list' });
    void reply.header('ETag', `"${row.version}"`);
    return row;
  }
}
