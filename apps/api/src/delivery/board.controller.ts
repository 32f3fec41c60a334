import { Controller, Inject, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListId, deliveryRoutes } from '@minsheng/contracts';
import { ledgers, projects } from '@minsheng/read-models';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { parsed } from '../http/command.param';
import { asOfQuery, Answers, Query } from '../http/query-route';
import { CallerOf, isOfTheOffice, type Caller } from '../identity/caller';
import { AsOf } from '../reading/as-of';
import { asJson } from '../reading/json-text';
import { ReadModels } from '../reading/read-models';
import { isPublic } from '../reading/is-public';
import { boardText } from './board.reads';
import { BoardFilter, matches } from './project.view';

@ApiTags('看板与档案 board and dossier')
@Controller()
export class BoardController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @Answers(deliveryRoutes.Board, {
    ...asOfQuery,
    ...BoardFilter.shape,
  })
  async board(
    @Param('listId') id: string,
    @CallerOf() caller: Caller | undefined,
    @AsOf() asOf: Date | undefined,
    @Query() filter: z.infer<typeof BoardFilter>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const listId = parsed(ListId, id, '/listId');
    const wanted = matches(filter);
    const view = await this.readModels.view(asOf, projects, ledgers);
    return asJson(
      reply,
      await boardText(view, listId, (row) => (isOfTheOffice(caller) || isPublic(row)) && wanted(row)),
    );
  }
}
