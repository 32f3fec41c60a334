import { Controller, Inject, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ProjectId } from '@minsheng/contracts';
import { projects, ratingTallies } from '@minsheng/read-models';
import type { FastifyReply } from 'fastify';
import { CommandRoute } from '../http/command-route';
import { Command, parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { asOfQuery, QueryRoute } from '../http/query-route';
import { CallerOf, isStaff, type Caller } from '../identity/caller';
import { AsOf } from '../reading/as-of';
import { ReadModels } from '../reading/read-models';
import * as Commands from './evaluation.commands';
import { evaluationView } from './evaluation.view';

@ApiTags('评价 evaluation')
@Controller('projects/:projectId')
export class EvaluationController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(ReadModels) private readonly readModels: ReadModels,
  ) {}

  @CommandRoute('ratings', Commands.RateProject, '群众评价', 'public')
  rate(@Command() command: Commands.RateProject) {
    return this.bus.execute(command);
  }

  @CommandRoute('survey', Commands.RecordSurvey, '记录抽样调查', 'evaluator', 'commission')
  recordSurvey(@Command() command: Commands.RecordSurvey) {
    return this.bus.execute(command);
  }

  @CommandRoute('third-party-evaluation', Commands.RecordThirdPartyEvaluation, '提交第三方评估', 'evaluator')
  recordThirdPartyEvaluation(@Command() command: Commands.RecordThirdPartyEvaluation) {
    return this.bus.execute(command);
  }

  @CommandRoute('satisfaction-ballot', Commands.RecordSatisfactionBallot, '记录代表满意度测评', 'commission')
  recordSatisfactionBallot(@Command() command: Commands.RecordSatisfactionBallot) {
    return this.bus.execute(command);
  }

  @CommandRoute('survey-corrections', Commands.CorrectSurvey, '评分前更正抽样调查', 'evaluator', 'commission')
  correctSurvey(@Command() command: Commands.CorrectSurvey) {
    return this.bus.execute(command);
  }

  @CommandRoute(
    'third-party-evaluation-corrections',
    Commands.CorrectThirdPartyEvaluation,
    '评分前更正第三方评估',
    'evaluator',
  )
  correctThirdPartyEvaluation(@Command() command: Commands.CorrectThirdPartyEvaluation) {
    return this.bus.execute(command);
  }

  @CommandRoute(
    'satisfaction-ballot-corrections',
    Commands.CorrectSatisfactionBallot,
    '销号前更正代表满意度测评',
    'commission',
  )
  correctSatisfactionBallot(@Command() command: Commands.CorrectSatisfactionBallot) {
    return this.bus.execute(command);
  }

  @CommandRoute('evaluation-closing', Commands.CloseEvaluation, '截止评价', 'commission')
  closeEvaluation(@Command() command: Commands.CloseEvaluation) {
    return this.bus.execute(command);
  }

  @CommandRoute('score', Commands.ScoreSatisfaction, '计算满意度', 'commission')
  score(@Command() command: Commands.ScoreSatisfaction) {
    return this.bus.execute(command);
  }

  @CommandRoute('rectification-answers', Commands.AnswerRectification, '答复差评整改', 'department')
  answerRectification(@Command() command: Commands.AnswerRectification) {
    return this.bus.execute(command);
  }

  @CommandRoute('rectification-closings', Commands.CloseRectification, '差评整改销号', 'commission')
  closeRectification(@Command() command: Commands.CloseRectification) {
    return this.bus.execute(command);
  }

  @QueryRoute(
    'evaluation',
    'everyone',
    '评价：群众评价、抽样调查、第三方、满意度及其算法 Ratings, survey, third party, the score and how it is made',
    asOfQuery,
  )
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
    void reply.header('ETag', `"${project.evaluationVersion}"`);
    return evaluationView(project, project.evaluation, tally, isStaff(caller));
  }
}
