import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListId, Month } from '@minsheng/contracts';
import { ledgers, lights, projects, sites, type ProjectRow } from '@minsheng/read-models';
import { z } from 'zod';
import { parsed } from '../http/command.param';
import { asOfQuery, Query, QueryRoute } from '../http/query-route';
import { staff } from '../identity/access';
import { assertSameRegion, CallerOf, type Caller } from '../identity/caller';
import { AsOf } from '../reading/as-of';
import { ReadModels } from '../reading/read-models';
import type { ReadView } from '../reading/read-view';
import { bulletinOf } from './bulletin';
import { isPublic, printedOrder } from './project.view';
import { defaultFormula, formulaInWords, rankingOf, type RankingFormula } from './ranking';

const Weight = z.coerce.number().int().min(0).max(100);
const formulaQuery = {
  green: Weight.default(defaultFormula.green),
  completion: Weight.default(defaultFormula.completion),
  perOverdue: Weight.default(defaultFormula.perOverdue),
};
const openQuery = { open: z.enum(['true', 'false']).optional(), department: z.string().optional() };
interface OpenQuery {
  readonly open?: 'true' | 'false';
  readonly department?: string;
}

@ApiTags('督查问答 questions of supervision')
@Controller('lists/:listId')
export class QuestionsController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @QueryRoute('orders', staff, '督办单台账 Supervision orders of a list', { ...asOfQuery, ...openQuery })
  async orders(
    @Param('listId') id: string,
    @CallerOf() caller: Caller,
    @AsOf() asOf: Date | undefined,
    @Query() { open, department }: OpenQuery,
  ) {
    const listId = listOf(id, caller);
    const view = await this.readModels.view(asOf, projects);
    const rows = await running(view, listId, ['projectId', 'no', 'title', 'status', 'orders']);
    const orders = rows
      .flatMap(({ projectId, no, title, orders: all }) =>
        all.map((order) => ({ projectId, no, project: title, ...order })),
      )
      .filter(
        (order) =>
          (open === undefined || (order.status !== 'closed') === (open === 'true')) &&
          (department === undefined || order.department === department),
      );
    return { listId, asOf: asOf?.toISOString() ?? null, ...view.notCurrent(listId), orders };
  }

  @QueryRoute('issues', staff, '联席会议问题台账 Issues put to the joint conference', { ...asOfQuery, ...openQuery })
  async issues(
    @Param('listId') id: string,
    @CallerOf() caller: Caller,
    @AsOf() asOf: Date | undefined,
    @Query() { open, department }: OpenQuery,
  ) {
    const listId = listOf(id, caller);
    const view = await this.readModels.view(asOf, projects);
    const rows = await running(view, listId, ['projectId', 'no', 'title', 'status', 'issues']);
    const issues = rows
      .flatMap(({ projectId, no, title, issues: all }) =>
        all.map((issue) => ({ projectId, no, project: title, ...issue })),
      )
      .filter(
        (issue) =>
          (open === undefined || (issue.status !== 'resolved') === (open === 'true')) &&
          (department === undefined || issue.department === department || issue.owner === department),
      );
    return { listId, asOf: asOf?.toISOString() ?? null, ...view.notCurrent(listId), issues };
  }

  @QueryRoute('ranking', staff, '部门排名，附计算公式 Ranking of departments, with its formula', {
    ...asOfQuery,
    ...formulaQuery,
  })
  async ranking(
    @Param('listId') id: string,
    @CallerOf() caller: Caller,
    @AsOf() asOf: Date | undefined,
    @Query() { green, completion, perOverdue }: RankingFormula,
  ) {
    const listId = listOf(id, caller);
    const view = await this.readModels.view(asOf, projects, lights, ledgers);
    const [rows, monthly, figures] = await Promise.all([
      running(view, listId, ['projectId', 'no', 'status', 'leads', 'periods']),
      view.some(lights, { listId }, ['lightId', 'projectId', 'period', 'shown', 'now']),
      view.some(ledgers, { listId }, ['projectId', 'standing']),
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
          standings: new Map(figures.map(({ projectId, standing }) => [projectId as string, standing])),
        },
        formula,
      ),
    };
  }

  @QueryRoute(
    'bulletin',
    staff,
    '通报（数据）：每个数字可追溯到月报版本 The bulletin as data: every number traceable to a report version',
    { ...asOfQuery, period: Month },
  )
  async bulletin(
    @Param('listId') id: string,
    @CallerOf() caller: Caller,
    @AsOf() asOf: Date | undefined,
    @Query() { period }: { period: Month },
  ) {
    const listId = listOf(id, caller);
    const view = await this.readModels.view(asOf, projects, ledgers, lights, sites);
    const [rows, figures, monthly, places] = await Promise.all([
      running(view, listId, ['projectId', 'no', 'title', 'status', 'leads', 'periods']),
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

const running = async <Name extends keyof ProjectRow & string>(
  view: ReadView,
  listId: ListId,
  columns: readonly (Name | 'projectId' | 'no' | 'status')[],
) => {
  const rows = await view.some(projects, { listId }, columns);
  return rows.filter(isPublic).sort(printedOrder) as Pick<ProjectRow, Name | 'projectId' | 'no' | 'status'>[];
};

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

const listOf = (id: string, { actor }: Caller): ListId => {
  const listId = parsed(ListId, id, '/listId');
  assertSameRegion(actor, listId);
  return listId;
};
