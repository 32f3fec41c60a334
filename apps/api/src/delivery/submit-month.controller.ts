import { Controller, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { CommandProcessor } from '@minsheng/command-handling';
import { ListId, listOf, Month, ProjectId, type DepartmentName } from '@minsheng/contracts';
import { draftOf } from '@minsheng/domain';
import { ledBy, projects } from '@minsheng/read-models';
import { CommandRoute } from '../http/command-route';
import { Command, parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { Query, QueryRoute } from '../http/query-route';
import { assertSameRegion, CallerOf, type Caller } from '../identity/caller';
import { ReadModels } from '../reading/read-models';
import { PassDays } from './pass-days.handler';
import { SubmitMonth } from './submit-month.handler';

/** 20,000 rows with district and reason come to some 2.6 MB; a row of figures alone to about 115 bytes. */
export const MONTH_LIMIT_BYTES = 4_194_304;
const answers = (properties: object) =>
  ApiResponse({
    status: 201,
    description: '已记入事件日志',
    schema: { type: 'object', properties: properties as never },
  });
const text = { type: 'string' };
const count = { type: 'integer' };
const receipts = {
  type: 'array',
  items: { type: 'object', properties: { id: text, streamVersion: count, position: text, events: count } },
};

@ApiTags('月报 reporting')
@Controller()
export class SubmitMonthController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(CommandProcessor) private readonly processor: CommandProcessor,
    @Inject(ReadModels) private readonly readModels: ReadModels,
  ) {}

  @RouteConfig({ bodyLimitBytes: MONTH_LIMIT_BYTES })
  @answers({ listId: text, period: text, department: text, position: text, receipts })
  @CommandRoute('lists/:listId/monthly-reports', SubmitMonth, '整批报送一个月的月报，全部记入或全部不记', 'department')
  submitMonth(@Command() command: SubmitMonth) {
    return this.bus.execute(command);
  }

  @answers({ listId: text, on: text, projects: count, events: count, position: text, receipts })
  @CommandRoute('lists/:listId/days', PassDays, '按业务日期办理清单全部项目的到期事项', 'commission')
  passDays(@Command() command: PassDays) {
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
    const department = departmentOf(caller);
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
    const department = departmentOf(caller);
    const view = await this.readModels.view(undefined, projects);
    const ids = (await ledBy(view.dataSource, listId, department)).filter((id) => view.isCurrent(id));
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
    if (period.slice(0, 4) !== listOf(projectId).slice(7)) throw new Problem('PERIOD_OUTSIDE_YEAR', { period });
    const { state } = await this.processor.load('delivery', projectId);
    return state.status === 'not started'
      ? undefined
      : { title: state.commitment.title, ...draftOf(state, department, period) };
  }
}

const departmentOf = ({ actor: { organisation } }: Caller): DepartmentName => {
  if (!organisation)
    throw new Problem('ROLE_NOT_ALLOWED', { role: 'department without organisation', allowed: 'department' });
  return organisation;
};
