import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Month, ListId, deliveryRoutes } from '@minsheng/contracts';
import { ledgers, lights, projects, sites } from '@minsheng/read-models';
import { z } from 'zod';
import { parsed } from '../http/command.param';
import { asOfQuery, Answers, Query } from '../http/query-route';
import { AsOf } from '../reading/as-of';
import { ReadModels } from '../reading/read-models';
import type { ReadView } from '../reading/read-view';
import { bulletinOf } from './bulletin';
import { assertMonthOf } from './assert-month-of';
import { publicProjects } from './public-projects';
import { defaultFormula, formulaInWords, rankingOf, type RankingFormula } from './ranking';

const Weight = z.coerce.number().int().min(0).max(100);
const formulaQuery = {
  green: Weight.default(defaultFormula.green),
  completion: Weight.default(defaultFormula.completion),
  perOverdue: Weight.default(defaultFormula.perOverdue),
};

@ApiTags('通报与排名 bulletin and ranking')
@Controller()
export class BulletinController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @Answers(deliveryRoutes.Ranking, {
    ...asOfQuery,
    ...formulaQuery,
  })
  async ranking(
    @Param('listId') id: string,
    @AsOf() asOf: Date | undefined,
    @Query() { green, completion, perOverdue }: RankingFormula,
  ) {
    const listId = parsed(ListId, id, '/listId');
    const view = await this.readModels.view(asOf, projects, lights, ledgers);
    const [rows, monthly, figures] = await Promise.all([
      publicProjects(view, listId, ['projectId', 'no', 'status', 'leads', 'periods']),
      view.some(lights, { listId }, ['lightId', 'projectId', 'period', 'shown', 'now']),
      view.some(ledgers, { listId }, ['projectId', 'standing', 'indicators', 'revisions']),
    ]);
    const formula = { green, completion, perOverdue };
    return {
      listId,
      asOf: asOf?.toISOString() ?? null,
      ...view.notCurrent(listId),
      formula: { ...formula, ...formulaInWords(formula) },
      places: rankingOf(
        {
          projects: rows,
          lights: monthly,
          promises: new Map(figures.map((ledger) => [ledger.projectId as string, ledger])),
          standings: new Map(figures.map(({ projectId, standing }) => [projectId as string, standing])),
        },
        formula,
      ),
    };
  }

  @Answers(deliveryRoutes.Bulletin, { ...asOfQuery, period: Month })
  async bulletin(@Param('listId') id: string, @AsOf() asOf: Date | undefined, @Query() { period }: { period: Month }) {
    const listId = parsed(ListId, id, '/listId');
    assertMonthOf(listId, period);
    const view = await this.readModels.view(asOf, projects, ledgers, lights, sites);
    const [rows, figures, monthly, places] = await Promise.all([
      publicProjects(view, listId, ['projectId', 'no', 'title', 'status', 'leads', 'periods']),
      view.all(ledgers, { listId }),
      view.all(lights, { listId }),
      unfinishedSites(view, listId),
    ]);
    return {
      listId,
      asOf: (asOf ?? new Date()).toISOString(),
      ...view.notCurrent(listId),
      ...bulletinOf({ projects: rows, ledgers: figures, lights: monthly, sites: places }, period),
    };
  }
}

const unfinishedSites = async (view: ReadView, listId: ListId) => {
  if (view.asOf)
    return (await view.all(sites, { listId })).filter(
      ({ state }) => state === 'planned' || state === 'under construction',
    );
  return view.current(
    await view.dataSource.manager
      .createQueryBuilder(sites.entity, 's')
      .where('s.listId = :listId', { listId })
      .andWhere(`s.state in ('planned', 'under construction')`)
      .orderBy('s.siteId')
      .getMany(),
  );
};
