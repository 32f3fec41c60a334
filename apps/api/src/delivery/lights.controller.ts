import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ProjectId, deliveryRoutes } from '@minsheng/contracts';
import { lights, projects } from '@minsheng/read-models';
import { parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { Answers, asOfQuery } from '../http/query-route';
import { CallerOf, isOfTheOffice, type Caller } from '../identity/caller';
import { AsOf } from '../reading/as-of';
import { ReadModels } from '../reading/read-models';
import { isPublic } from '../reading/is-public';
import { lightsView, publicLights } from './lights.view';

@ApiTags('看板与档案 board and dossier')
@Controller()
export class LightsController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @Answers(deliveryRoutes.Lights, asOfQuery)
  async lights(@Param('projectId') id: string, @CallerOf() caller: Caller | undefined, @AsOf() asOf: Date | undefined) {
    const projectId = parsed(ProjectId, id, '/projectId');
    const view = await this.readModels.view(asOf, projects, lights);
    const project = await view.row(projects, projectId);
    if (!project || !isPublic(project)) throw new Problem('NOT_FOUND', { what: '项目 project' });
    const rows = await view.all(lights, { projectId });
    return {
      projectId,
      asOf: asOf?.toISOString() ?? null,
      lights: isOfTheOffice(caller) ? lightsView(rows) : publicLights(rows),
    };
  }
}
