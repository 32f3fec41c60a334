import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandProcessor } from '@minsheng/command-handling';
import { ListId, regionOf, type DepartmentName, type ProjectId, deliveryRoutes } from '@minsheng/contracts';
import { isOpenOrder, outstandingReports } from '@minsheng/domain';
import { ledBy, projects } from '@minsheng/read-models';
import { z } from 'zod';
import { parsed } from '../http/command.param';
import { asOfQuery, Answers, Query } from '../http/query-route';
import { CallerOf, departmentOf, type Caller } from '../identity/caller';
import { AsOf } from '../reading/as-of';
import { ReadModels } from '../reading/read-models';
import { publicProjects } from './public-projects';

const openQuery = { open: z.enum(['true', 'false']).optional(), department: z.string().optional() };
interface OpenQuery {
  readonly open?: 'true' | 'false';
  readonly department?: string;
}

/** What somebody has yet to do: supervision orders, issues before the joint conference, reports. */
@ApiTags('待办 due work')
@Controller()
export class DueWorkController {
  constructor(
    @Inject(ReadModels) private readonly readModels: ReadModels,
    @Inject(CommandProcessor) private readonly processor: CommandProcessor,
  ) {}

  @Answers(deliveryRoutes.Orders, { ...asOfQuery, ...openQuery })
  async orders(@Param('listId') id: string, @AsOf() asOf: Date | undefined, @Query() { open, department }: OpenQuery) {
    const listId = parsed(ListId, id, '/listId');
    const view = await this.readModels.view(asOf, projects);
    const rows = await publicProjects(view, listId, ['projectId', 'no', 'title', 'status', 'orders']);
    const orders = rows
      .flatMap(({ projectId, no, title, orders: all }) =>
        all.map((order) => ({ projectId, no, project: title, ...order })),
      )
      .filter(
        (order) =>
          (open === undefined || isOpenOrder(order) === (open === 'true')) &&
          (department === undefined || order.department === department),
      );
    return { listId, asOf: asOf?.toISOString() ?? null, ...view.notCurrent(listId), orders };
  }

  @Answers(deliveryRoutes.Issues, {
    ...asOfQuery,
    ...openQuery,
  })
  async issues(@Param('listId') id: string, @AsOf() asOf: Date | undefined, @Query() { open, department }: OpenQuery) {
    const listId = parsed(ListId, id, '/listId');
    const view = await this.readModels.view(asOf, projects);
    const rows = await publicProjects(view, listId, ['projectId', 'no', 'title', 'status', 'issues']);
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

  @Answers(deliveryRoutes.MyReports)
  async due(@CallerOf() { actor, today }: Caller) {
    const department = departmentOf(actor);
    const view = await this.readModels.view(undefined, projects);
    const ids = (await ledBy(view.dataSource, department)).filter((id) => view.isCurrent(id));
    const ofRegion = ids.filter((id) => actor.region === regionOf(id));
    const reports = await Promise.all(ofRegion.map((projectId) => this.outstanding(projectId, department, today)));
    return { department, today, ...view.notCurrent(actor.region!), reports: reports.flat() };
  }

  /** From the log itself: what a report will be held against. */
  private async outstanding(projectId: ProjectId, department: DepartmentName, today: string) {
    const { state } = await this.processor.load('delivery', projectId);
    if (state.status === 'not started') return [];
    const { title } = state.commitment;
    const calendar = await this.processor.workingCalendar();
    return outstandingReports(state, department, today, calendar).map((report) => ({ projectId, title, ...report }));
  }
}
