import { Controller, Inject, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ProjectId, deliveryRoutes } from '@minsheng/contracts';
import { ledgers, lights, projects, reports, suggestions, timeline } from '@minsheng/read-models';
import type { FastifyReply } from 'fastify';
import { parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { Answers, asOfQuery } from '../http/query-route';
import { CallerOf, isOfTheOffice, type Caller } from '../identity/caller';
import { AsOf } from '../reading/as-of';
import { mergedInto } from '../reading/merged-into';
import { ReadModels } from '../reading/read-models';
import { isPublic } from '../reading/is-public';
import { publicDossier } from './public-dossier';
import { dossierView } from './project.view';

@ApiTags('看板与档案 board and dossier')
@Controller()
export class DossierController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @Answers(deliveryRoutes.Dossier, asOfQuery)
  async dossier(
    @Param('projectId') id: string,
    @CallerOf() caller: Caller | undefined,
    @AsOf() asOf: Date | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const projectId = parsed(ProjectId, id, '/projectId');
    const view = await this.readModels.view(asOf, projects, ledgers, lights, timeline, suggestions);
    const row = await view.row(projects, projectId);
    if (!row || (!isOfTheOffice(caller) && !isPublic(row))) throw new Problem('NOT_FOUND', { what: '项目 project' });
    const merged = await mergedInto(view, row.listId, row.suggestions);
    const suggestionId = [...row.suggestions, ...merged.map((suggestion) => suggestion.suggestionId)];
    const [ledger, monthly, ...steps] = await Promise.all([
      view.row(ledgers, projectId),
      view.all(lights, { projectId }),
      view.all(timeline, { projectId }),
      view.all(timeline, { suggestionId }),
    ]);
    const inOrder = steps.flat().sort((a, b) => (a.position < b.position ? -1 : 1));
    const dossier = { ...dossierView(row, ledger?.standing, monthly), ...view.notCurrent(...row.suggestions) };
    if (!isOfTheOffice(caller)) return publicDossier(dossier, row, monthly, inOrder);
    void reply.header('ETag', `"${row.deliveryVersion || row.candidateVersion}"`);
    return {
      ...dossier,
      timeline: inOrder.map(({ position, regionCode: _, listId: __, ...step }) => ({
        position: position.replace(/^0+/, ''),
        ...step,
      })),
    };
  }

  @Answers(deliveryRoutes.Reports, asOfQuery)
  async reports(@Param('projectId') id: string, @AsOf() asOf: Date | undefined) {
    const projectId = parsed(ProjectId, id, '/projectId');
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
