import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandProcessor } from '@minsheng/command-handling';
import { ListId, Month, ProjectId, listOf, type DepartmentName, deliveryRoutes } from '@minsheng/contracts';
import { monthlyFormOf } from '@minsheng/domain';
import { ledBy, projects } from '@minsheng/read-models';
import { parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { Answers, Query } from '../http/query-route';
import { CallerOf, departmentOf, type Caller } from '../identity/caller';
import { ReadModels } from '../reading/read-models';
import { assertMonthOf } from './assert-month-of';

/** 20,000 rows with district and reason come to some 2.6 MB; a row of figures alone to about 115 bytes. */
export const MONTH_LIMIT_BYTES = 4_194_304;
@ApiTags('月报 reporting')
@Controller()
export class MonthlyReportsController {
  constructor(
    @Inject(CommandProcessor) private readonly processor: CommandProcessor,
    @Inject(ReadModels) private readonly readModels: ReadModels,
  ) {}

  @Answers(deliveryRoutes.ReportDraft)
  async draft(@Param('projectId') id: string, @Param('period') month: string, @CallerOf() caller: Caller) {
    const [projectId, period] = [parsed(ProjectId, id, '/projectId'), parsed(Month, month, '/period')];
    const department = departmentOf(caller.actor);
    const draft = await this.draftFor(projectId, department, period);
    if (!draft) throw new Problem('NOT_FOUND', { what: '项目 project' });
    return { projectId, period, department, ...draft };
  }

  @Answers(deliveryRoutes.MyMonth, {
    listId: ListId,
    period: Month,
  })
  async month(
    @CallerOf() caller: Caller,
    @Query() { listId, period }: { readonly listId: ListId; readonly period: Month },
  ) {
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
