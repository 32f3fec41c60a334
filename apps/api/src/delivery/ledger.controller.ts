import { Controller, Inject, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListId, deliveryRoutes } from '@minsheng/contracts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ledgers, projects } from '@minsheng/read-models';
import { parsed } from '../http/command.param';
import { asOfQuery, Answers, Query } from '../http/query-route';
import { AsOf } from '../reading/as-of';
import { asJson } from '../reading/json-text';
import { ReadModels } from '../reading/read-models';
import { ledgerText } from './ledger.reads';
import { LedgerFilter } from './ledger.view';
import { assertMonthOf } from './assert-month-of';

/** Without a limit the whole list comes in one answer. */
const pageOfLedger = {
  cursor: z.string().optional().describe('上一页的 next'),
  limit: z.coerce.number().int().min(1).max(200).optional(),
};

@ApiTags('台账 ledger')
@Controller()
export class LedgerController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @Answers(deliveryRoutes.Ledger, {
    ...asOfQuery,
    ...LedgerFilter.shape,
    ...pageOfLedger,
  })
  async ledger(
    @Param('listId') id: string,
    @AsOf() asOf: Date | undefined,
    @Query() query: LedgerFilter & { cursor?: string; limit?: number },
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const listId = parsed(ListId, id, '/listId');
    const { department, district, project, indicator, period, cursor, limit } = query;
    assertMonthOf(listId, period);
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
}
