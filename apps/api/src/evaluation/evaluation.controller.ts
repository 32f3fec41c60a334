import { Controller, Inject, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ProjectId, evaluationRoutes } from '@minsheng/contracts';
import { projects, ratingTallies } from '@minsheng/read-models';
import type { FastifyReply } from 'fastify';
import { businessDateOf } from '@minsheng/command-handling';
import { Clock } from '../command-handling/clock';
import { parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { Answers, asOfQuery } from '../http/query-route';
import { CallerOf, isOfTheOffice, type Caller } from '../identity/caller';
import { AsOf } from '../reading/as-of';
import { ReadModels } from '../reading/read-models';
import { evaluationView, publicEvaluation } from './evaluation.view';

@ApiTags('评价 evaluation')
@Controller()
export class EvaluationController {
  constructor(
    @Inject(ReadModels) private readonly readModels: ReadModels,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(evaluationRoutes.Evaluation, asOfQuery)
  async evaluation(
    @Param('projectId') id: string,
    @CallerOf() caller: Caller | undefined,
    @AsOf() asOf: Date | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const projectId = parsed(ProjectId, id, '/projectId');
    const view = await this.readModels.view(asOf, projects, ratingTallies);
    const [project, tally] = await Promise.all([view.row(projects, projectId), view.row(ratingTallies, projectId)]);
    if (!project?.evaluation) throw new Problem('NOT_FOUND', { what: '评价 evaluation' });
    if (!isOfTheOffice(caller)) {
      const today = asOf ? businessDateOf(asOf) : this.clock.today();
      return publicEvaluation(project, project.evaluation, tally, today);
    }
    void reply.header('ETag', `"${project.evaluationVersion}"`);
    return evaluationView(project, project.evaluation, tally);
  }
}
