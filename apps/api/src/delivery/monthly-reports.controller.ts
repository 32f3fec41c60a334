import { Controller, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { CommandProcessor } from '@minsheng/command-handling';
import { ListId, Month, ProjectId, listOf, type DepartmentName } from '@minsheng/contracts';
import { monthlyFormOf } from '@minsheng/domain';
import { ledBy, projects } from '@minsheng/read-models';
import { CommandRoute } from '../http/command-route';
import { Command, parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { Query, QueryRoute } from '../http/query-route';
import { assertSameRegion, CallerOf, departmentOf, type Caller } from '../identity/caller';
import { ReadModels } from '../reading/read-models';
import { assertMonthOf } from './list-in-region';
import { ReceiptsResponse } from './receipts-response';
import { SubmitMonth } from './submit-month.handler';

/** 20,000 rows with district and reason come to some 2.6 MB; a row of figures alone to about 115 bytes. */
export const MONTH_LIMIT_BYTES = 4_194_304;
@ApiTags('月报 reporting')
@Controller()
export class MonthlyReportsController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(CommandProcessor) private readonly processor: CommandProcessor,
    @Inject(ReadModels) private readonly readModels: ReadModels,
  ) {}

  @RouteConfig({ bodyLimitBytes: MONTH_LIMIT_BYTES })
  @ReceiptsResponse({ period: 'string', department: 'string' })
  @CommandRoute('lists/:listId/monthly-reports', SubmitMonth, '整批报送一个月的月报，全部记入或全部不记', 'department')
  submitMonth(@Command() command: SubmitMonth) {
    return this.bus.execute(command);
  }

  @QueryRoute(
    'projects/:projectId/reports/:period/draft',
    ['department'],
    "以上月数为底的月报草稿 Last month's figures as the starting point of a report",
  )
  async draft(@Param('projectId') id: string, @Param('period') month: string, @CallerOf() caller: Caller) {
    const [projectId, period] = [parsed(ProjectId, id, '/projectId'), parsed(Month, month, '/period')];
    assertSameRegion(caller.actor, projectId);
    const department = departmentOf(caller.actor);
    const draft = await this.draftFor(projectId, department, period);
    if (!draft) throw new Problem('NOT_FOUND', { what: '项目 project' });
    return { projectId, period, department, ...draft };
  }

  @QueryRoute('my/month', ['department'], '本单位一个月的全部填报项 Every line my department fills in for a month', {
    listId: ListId,
    period: Month,
  })
  async month(
    @CallerOf() caller: Caller,
    @Query() { listId, period }: { readonly listId: ListId; readonly period: Month },
  ) {
    assertSameRegion(caller.actor, listId);
    const department = departmentOf(caller.actor);
    const view = await this.readModels.view(undefined, projects);
    const ids = (await ledBy(view.dataSource, department, listId)).filter((id) => view.isCurrent(id));
    const drafts = await Promise.all(
      ids.map(async (projectId) => ({ projectId, ...(await this.draftFor(projectId, department, period)) })),
    );
    return {
      listId,
      period,
      department,
      ...view.notCurrent(listId),
      projects: drafts.filter(({ lines }) => lines !== undefined && lines.length > 0),
    };
  }

  /** From the log itself: what a report will be held against. */
  private async draftFor(projectId: ProjectId, department: DepartmentName, period: Month) {
    assertMonthOf(listOf(projectId), period);
    const { state } = await this.processor.load('delivery', projectId);
    if (state.status === 'not started') return undefined;
    const calendar = await this.processor.workingCalendar();
    return { title: state.commitment.title, ...monthlyFormOf(state, department, period, calendar) };
  }
}
