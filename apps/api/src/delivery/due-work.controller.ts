import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandProcessor } from '@minsheng/command-handling';
import { regionOf, type DepartmentName, type ProjectId } from '@minsheng/contracts';
import { isOpenOrder, outstandingReports } from '@minsheng/domain';
import { ledBy, projects } from '@minsheng/read-models';
import { z } from 'zod';
import { asOfQuery, Query, QueryRoute } from '../http/query-route';
import { staff } from '../identity/access';
import { CallerOf, departmentOf, type Caller } from '../identity/caller';
import { AsOf } from '../reading/as-of';
import { ReadModels } from '../reading/read-models';
import { listInRegion } from './list-in-region';
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

  @QueryRoute('lists/:listId/orders', staff, '督办单台账 Supervision orders of a list', { ...asOfQuery, ...openQuery })
  async orders(
    @Param('listId') id: string,
    @CallerOf() caller: Caller,
    @AsOf() asOf: Date | undefined,
    @Query() { open, department }: OpenQuery,
  ) {
    const listId = listInRegion(id, caller);
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

  @QueryRoute('lists/:listId/issues', staff, '联席会议问题台账 Issues put to the joint conference', {
    ...asOfQuery,
    ...openQuery,
  })
  async issues(
    @Param('listId') id: string,
    @CallerOf() caller: Caller,
    @AsOf() asOf: Date | undefined,
    @Query() { open, department }: OpenQuery,
  ) {
    const listId = listInRegion(id, caller);
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

  @QueryRoute('my/reports', ['department'], '本单位待报的月报 The reports my department owes')
  async due(@CallerOf() { actor, today }: Caller) {
    const department = departmentOf(actor);
    const view = await this.readModels.view(undefined, projects);
    const ids = (await ledBy(view.dataSource, department)).filter((id) => view.isCurrent(id));
    const ofRegion = ids.filter((id) => actor.region === undefined || actor.region === regionOf(id));
    const reports = await Promise.all(ofRegion.map((projectId) => this.outstanding(projectId, department, today)));
    const scopes = actor.region === undefined ? [] : [actor.region];
    return { department, today, ...view.notCurrent(...scopes), reports: reports.flat() };
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
