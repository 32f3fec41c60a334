import { Controller, Inject, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ProjectId } from '@minsheng/contracts';
import { ledgers, lights, projects, reports, suggestions, timeline } from '@minsheng/read-models';
import type { FastifyReply } from 'fastify';
import { parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { asOfQuery, QueryRoute } from '../http/query-route';
import { staff } from '../identity/access';
import { assertSameRegion, CallerOf, isStaff, type Caller } from '../identity/caller';
import { AsOf } from '../reading/as-of';
import { ReadModels } from '../reading/read-models';
import { dossierView, isPublic } from './project.view';

@ApiTags('看板与档案 board and dossier')
@Controller('projects/:projectId')
export class DossierController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @QueryRoute('', 'everyone', '项目档案：从建议到销号 The dossier of a project, from suggestion to closing', asOfQuery)
  async dossier(
    @Param('projectId') id: string,
    @CallerOf() caller: Caller | undefined,
    @AsOf() asOf: Date | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const projectId = parsed(ProjectId, id, '/projectId');
    const view = await this.readModels.view(asOf, projects, ledgers, lights, timeline, suggestions);
    const row = await view.row(projects, projectId);
    if (!row || (!isStaff(caller) && !isPublic(row))) throw new Problem('NOT_FOUND', { what: '项目 project' });
    void reply.header('ETag', `"${row.deliveryVersion || row.candidateVersion}"`);
    const merged = asOf
      ? (await view.all(suggestions, { listId: row.listId })).filter(
          ({ mergedInto }) => mergedInto !== null && row.suggestions.includes(mergedInto),
        )
      : await view.all(suggestions, { mergedInto: row.suggestions });
    const suggestionId = [...row.suggestions, ...merged.map((suggestion) => suggestion.suggestionId)];
    const [ledger, monthly, ...steps] = await Promise.all([
      view.row(ledgers, projectId),
      view.all(lights, { projectId }),
      view.all(timeline, { projectId }),
      view.all(timeline, { suggestionId }),
    ]);
    const inOrder = steps.flat().sort((a, b) => (a.position < b.position ? -1 : 1));
    return {
      ...dossierView(row, ledger?.standing, monthly),
      ...view.notCurrent(...row.suggestions),
      timeline: inOrder.map(({ position, regionCode: _, listId: __, ...step }) => ({
        position: position.replace(/^0+/, ''),
        ...step,
      })),
    };
  }

  @QueryRoute('reports', staff, '月报的全部版本 Every version of the reports', asOfQuery)
  async reports(@Param('projectId') id: string, @CallerOf() caller: Caller, @AsOf() asOf: Date | undefined) {
    const projectId = parsed(ProjectId, id, '/projectId');
    assertSameRegion(caller.actor, projectId);
    const view = await this.readModels.view(asOf, reports);
    view.assertCurrent(projectId);
    const rows = await view.all(reports, { projectId });
    return {
      projectId,
      reports: rows
        .sort((a, b) => (a.reportId < b.reportId ? -1 : 1))
        .map(({ reportId: _, regionCode: __, listId: ___, projectId: ____, ...report }) => report),
    };
  }
}
