import { Controller, Inject, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ListId } from '@minsheng/contracts';
import { annualLists } from '@minsheng/read-models';
import type { FastifyReply } from 'fastify';
import { CommandRoute } from '../http/command-route';
import { Command, parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { asOfQuery, pageQuery, Query, QueryRoute } from '../http/query-route';
import { AsOf } from '../reading/as-of';
import { pageOf, type PageQuery } from '../reading/page';
import { ReadModels } from '../reading/read-models';
import * as Commands from './selection.commands';

@ApiTags('清单 selection')
@Controller()
export class SelectionController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(ReadModels) private readonly readModels: ReadModels,
  ) {}

  @CommandRoute('lists/:listId/opening', Commands.OpenAnnualList, '开始编制年度清单', 'commission')
  open(@Command() command: Commands.OpenAnnualList) {
    return this.bus.execute(command);
  }

  @CommandRoute('lists/:listId/rules', Commands.AdoptRules, '通过亮灯、评价等规则', 'commission')
  adoptRules(@Command() command: Commands.AdoptRules) {
    return this.bus.execute(command);
  }

  @CommandRoute('lists/:listId/rule-amendments', Commands.AmendRules, '年中修订规则，只对此后月份生效', 'commission')
  amendRules(@Command() command: Commands.AmendRules) {
    return this.bus.execute(command);
  }

  @CommandRoute('lists/:listId/candidates', Commands.ProposeCandidate, '提出候选项目', 'commission')
  propose(@Command() command: Commands.ProposeCandidate) {
    return this.bus.execute(command);
  }

  @CommandRoute('projects/:projectId/shelving', Commands.ShelveCandidate, '搁置候选项目', 'commission')
  shelve(@Command() command: Commands.ShelveCandidate) {
    return this.bus.execute(command);
  }

  @CommandRoute('lists/:listId/putting-to-decision', Commands.PutToDecision, '候选项目提交决定', 'commission')
  putToDecision(@Command() command: Commands.PutToDecision) {
    return this.bus.execute(command);
  }

  @CommandRoute('lists/:listId/ballot', Commands.RecordBallot, '记录代表票决', 'commission')
  recordBallot(@Command() command: Commands.RecordBallot) {
    return this.bus.execute(command);
  }

  @CommandRoute('lists/:listId/ballot-corrections', Commands.CorrectBallot, '公布前更正票决计票', 'commission')
  correctBallot(@Command() command: Commands.CorrectBallot) {
    return this.bus.execute(command);
  }

  @CommandRoute('lists/:listId/second-ballot', Commands.RecordSecondBallot, '过半数不足，记录再次票决', 'commission')
  recordSecondBallot(@Command() command: Commands.RecordSecondBallot) {
    return this.bus.execute(command);
  }

  @CommandRoute('lists/:listId/empty-seats', Commands.LeaveSeatsEmpty, '过半数不足，决定名额空缺', 'commission')
  leaveSeatsEmpty(@Command() command: Commands.LeaveSeatsEmpty) {
    return this.bus.execute(command);
  }

  @CommandRoute('lists/:listId/collection-period', Commands.SetCollectionPeriod, '公布建议征集期', 'commission')
  setCollectionPeriod(@Command() command: Commands.SetCollectionPeriod) {
    return this.bus.execute(command);
  }

  @CommandRoute('lists/:listId/tie-resolution', Commands.ResolveTie, '并列项目再次表决', 'commission')
  resolveTie(@Command() command: Commands.ResolveTie) {
    return this.bus.execute(command);
  }

  @CommandRoute('lists/:listId/government-decision', Commands.DecideByGovernment, '记录政府审定', 'commission')
  decideByGovernment(@Command() command: Commands.DecideByGovernment) {
    return this.bus.execute(command);
  }

  @CommandRoute('lists/:listId/adoption', Commands.AdoptAnnualList, '公布年度清单', 'commission')
  adopt(@Command() command: Commands.AdoptAnnualList) {
    return this.bus.execute(command);
  }

  @QueryRoute('lists', 'everyone', '全部年度清单 Every annual list', pageQuery)
  async all(@Query() query: PageQuery) {
    const view = await this.readModels.view(undefined, annualLists);
    const rows = view.current(await view.dataSource.manager.find(annualLists.entity));
    return {
      ...pageOf(
        rows.map(({ rules: _, decision: __, ...row }) => row),
        ({ listId }) => listId,
        query,
      ),
      ...view.notCurrent(),
    };
  }

  @QueryRoute('lists/:listId', 'everyone', '一份年度清单 One annual list', asOfQuery)
  async annualList(
    @Param('listId') id: string,
    @AsOf() asOf: Date | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const view = await this.readModels.view(asOf, annualLists);
    const row = await view.row(annualLists, parsed(ListId, id, '/listId'));
    if (!row) throw new Problem('NOT_FOUND', { what: '清单 list' });
    void reply.header('ETag', `"${row.version}"`);
    return row;
  }
}
