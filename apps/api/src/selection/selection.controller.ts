import { Controller, Inject, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListId, selectionRoutes, type SelectionViews } from '@minsheng/contracts';
import { annualLists, type AnnualListRow } from '@minsheng/read-models';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { asOfQuery, pageQuery, Answers, Query } from '../http/query-route';
import { CallerOf, isOfTheOffice, type Caller } from '../identity/caller';
import { AsOf } from '../reading/as-of';
import { pageOf, type PageQuery } from '../reading/page';
import { ReadModels } from '../reading/read-models';

type Decision = NonNullable<z.infer<typeof SelectionViews.AnnualListPublicView>['decision']>;
type Sitting = NonNullable<Decision['ballot']>;
/** How the list was decided, once it is announced; what was not chosen is not in it. */
const announced = ({ status, decision, adopted }: AnnualListRow): Decision | null => {
  if (status !== 'adopted' || !decision) return null;
  const { ballot, secondBallot, government } = decision as Decision;
  const chosen = (sitting: Sitting) => ({
    ...sitting,
    tallies: sitting.tallies.filter(({ projectId }) => adopted.includes(projectId)),
  });
  return {
    ...(ballot && { ballot: chosen(ballot) }),
    ...(secondBallot && { secondBallot: chosen(secondBallot) }),
    ...(government && { government }),
  };
};

@ApiTags('清单 selection')
@Controller()
export class SelectionController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @Answers(selectionRoutes.AnnualLists, pageQuery)
  async all(@Query() query: PageQuery) {
    const view = await this.readModels.view(undefined, annualLists);
    const rows = view.current(await view.dataSource.manager.find(annualLists.entity));
    return { ...pageOf(rows, ({ listId }) => listId, query), ...view.notCurrent() };
  }

  @Answers(selectionRoutes.AnnualList, asOfQuery)
  async annualList(
    @Param('listId') id: string,
    @CallerOf() caller: Caller | undefined,
    @AsOf() asOf: Date | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const view = await this.readModels.view(asOf, annualLists);
    const row = await view.row(annualLists, parsed(ListId, id, '/listId'));
    if (!row) throw new Problem('NOT_FOUND', { what: '清单 list' });
    if (!isOfTheOffice(caller)) return { ...row, decision: announced(row) };
    void reply.header('ETag', `"${row.version}"`);
    return row;
  }
}
