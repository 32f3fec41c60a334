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
    const row = await this.readModels.row(projects, projectId, asOf);
    if (!row || (!isStaff(caller) && !isPublic(row))) throw new Problem('NOT_FOUND', { what: '项目 project' });
    void reply.header('ETag', `"${row.deliveryVersion || row.candidateVersion}"`);
    const merged = asOf
      ? (await this.readModels.all(suggestions, { listId: row.listId }, asOf)).filter(
          ({ mergedInto }) => mergedInto !== null && row.suggestions.includes(mergedInto),
        )
      : await this.readModels.all(suggestions, { mergedInto: row.suggestions }, undefined);
    const [ledger, monthly, ...steps] = await Promise.all([
      this.readModels.row(ledgers, projectId, asOf),
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

  @QueryRoute('reports', staff, '月报的全部版本 Every version of the reports', asOfQuery)
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
}
