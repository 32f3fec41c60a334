import { Controller, Inject, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListId, ProjectId } from '@minsheng/contracts';
import { dueDay } from '@minsheng/domain';
import { annualLists, ledgers, lights, projects, reports, suggestions, timeline } from '@minsheng/read-models';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { asOfQuery, Query, QueryRoute } from '../http/query-route';
import { staff } from '../identity/access';
import { assertSameRegion, CallerOf, isStaff, type Caller } from '../identity/caller';
import { AsOf } from '../reading/as-of';
import { asJson } from '../reading/json-text';
import { ReadModels } from '../reading/read-models';
import { boardText } from './board.reads';
import { dueReports } from './due-reports';
import { BoardFilter, dossierView, isPublic, matches } from './project.view';

@ApiTags('看板与档案 board and dossier')
@Controller()
export class BoardController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @QueryRoute('lists/:listId/board', 'everyone', '看板：按领域、部门、地区、亮灯、状态、逾期筛选 The board of a list', {
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
    return asJson(
      reply,
      await boardText(this.readModels, listId, asOf, (row) => (isStaff(caller) || isPublic(row)) && wanted(row)),
    );
  }

  @QueryRoute(
    'projects/:projectId',
    'everyone',
    '项目档案：从建议到销号 The dossier of a project, from suggestion to closing',
    asOfQuery,
  )
  async dossier(
    @Param('projectId') id: string,
    @CallerOf() caller: Caller | undefined,
    @AsOf() asOf: Date | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const projectId = parsed(ProjectId, id, '/projectId');
    const row = await this.readModels.one(projects, projectId, asOf);
    if (!row || (!isStaff(caller) && !isPublic(row))) throw new Problem('NOT_FOUND', { what: '项目 project' });
    void reply.header('ETag', `"${row.deliveryVersion || row.candidateVersion}"`);
    const merged = asOf
      ? (await this.readModels.all(suggestions, { listId: row.listId }, asOf)).filter(
          ({ mergedInto }) => mergedInto !== null && row.suggestions.includes(mergedInto),
        )
      : await this.readModels.all(suggestions, { mergedInto: row.suggestions }, undefined);
    const [ledger, monthly, ...steps] = await Promise.all([
      this.readModels.one(ledgers, projectId, asOf),
      this.readModels.all(lights, { projectId }, asOf),
      this.readModels.all(timeline, { projectId }, asOf),
      this.readModels.all(
        timeline,
        { suggestionId: [...row.suggestions, ...merged.map(({ suggestionId }) => suggestionId)] },
        asOf,
      ),
    ]);
    const inOrder = steps.flat().sort((a, b) => (a.position < b.position ? -1 : 1));
    return {
      ...dossierView(row, ledger?.standing, monthly),
      timeline: inOrder.map(({ position, regionCode: _, listId: __, ...step }) => ({
        position: position.replace(/^0+/, ''),
        ...step,
      })),
    };
  }

  @QueryRoute('projects/:projectId/reports', staff, '月报的全部版本 Every version of the reports', asOfQuery)
  async reports(@Param('projectId') id: string, @CallerOf() caller: Caller, @AsOf() asOf: Date | undefined) {
    const projectId = parsed(ProjectId, id, '/projectId');
    assertSameRegion(caller.actor, projectId);
    const rows = await this.readModels.all(reports, { projectId }, asOf);
    return {
      projectId,
      reports: rows
        .sort((a, b) => (a.reportId < b.reportId ? -1 : 1))
        .map(({ reportId: _, regionCode: __, listId: ___, projectId: ____, ...report }) => report),
    };
  }

  @QueryRoute('my/reports', ['department'], '本单位待报的月报 The reports my department owes')
  async due(@CallerOf() { actor, today }: Caller) {
    const department = actor.organisation;
    if (!department)
      throw new Problem('ROLE_NOT_ALLOWED', { role: 'department without organisation', allowed: 'department' });
    const { manager } = this.readModels.dataSource;
    const [led, lists, calendar] = await Promise.all([
      manager
        .createQueryBuilder(projects.entity, 'p')
        .where('p.leads @> :leads::jsonb', { leads: JSON.stringify([department]) })
        .getMany(),
      manager.find(annualLists.entity),
      this.readModels.workingCalendar(undefined),
    ]);
    const dayOf = (listId: string): number => lists.find((list) => list.listId === listId)?.rules?.reportDueDay ?? 28;
    const mine = led.filter(({ regionCode }) => actor.region === undefined || regionCode === actor.region);
    const marks = await manager
      .createQueryBuilder(ledgers.entity, 'l')
      .select(['l.projectId', 'l.reports'])
      .where('l.projectId = any(:ids)', { ids: mine.map(({ projectId }) => projectId) })
      .getMany();
    return {
      department,
      today,
      reports: dueReports(mine, marks, department, today, (listId, period) =>
        dueDay(calendar.deadlineFrom(`${period}-${String(dayOf(listId)).padStart(2, '0')}`)),
      ),
    };
  }
}
