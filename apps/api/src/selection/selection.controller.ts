import { Controller, Inject, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ListId } from '@minsheng/contracts';
import { annualLists } from '@minsheng/read-models';
import type { FastifyReply } from 'fastify';
import { Accepts } from '../http/accepts';
import { Asked, parsed } from '../http/asked';
import { Problem } from '../http/problem';
import { asOfQuery, pageQuery, Queried, Reads } from '../http/reads';
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

  @Accepts('lists/:listId/opening', Commands.OpenAnnualList, '开始编制年度清单', 'commission')
  open(@Asked() command: Commands.OpenAnnualList) {
    return this.bus.execute(command);
  }

  @Accepts('lists/:listId/rules', Commands.AdoptRules, '通过亮灯、评价等规则', 'commission')
  adoptRules(@Asked() command: Commands.AdoptRules) {
    return this.bus.execute(command);
  }

  @Accepts('lists/:listId/rule-amendments', Commands.AmendRules, '年中修订规则，只对此后月份生效', 'commission')
  amendRules(@Asked() command: Commands.AmendRules) {
    return this.bus.execute(command);
  }

  @Accepts('lists/:listId/candidates', Commands.ProposeCandidate, '提出候选项目', 'commission')
  propose(@Asked() command: Commands.ProposeCandidate) {
    return this.bus.execute(command);
  }

  @Accepts('projects/:projectId/shelving', Commands.ShelveCandidate, '搁置候选项目', 'commission')
  shelve(@Asked() command: Commands.ShelveCandidate) {
    return this.bus.execute(command);
  }

  @Accepts('lists/:listId/putting-to-decision', Commands.PutToDecision, '候选项目提交决定', 'commission')
  putToDecision(@Asked() command: Commands.PutToDecision) {
    return this.bus.execute(command);
  }

  @Accepts('lists/:listId/ballot', Commands.RecordBallot, '记录代表票决', 'commission')
  recordBallot(@Asked() command: Commands.RecordBallot) {
    return this.bus.execute(command);
  }

  @Accepts('lists/:listId/tie-resolution', Commands.ResolveTie, '并列项目再次表决', 'commission')
  resolveTie(@Asked() command: Commands.ResolveTie) {
    return this.bus.execute(command);
  }

  @Accepts('lists/:listId/government-decision', Commands.DecideByGovernment, '记录政府审定', 'commission')
  decideByGovernment(@Asked() command: Commands.DecideByGovernment) {
    return this.bus.execute(command);
  }

  @Accepts('lists/:listId/adoption', Commands.AdoptAnnualList, '公布年度清单', 'commission')
  adopt(@Asked() command: Commands.AdoptAnnualList) {
    return this.bus.execute(command);
  }

  @Reads('lists', 'everyone', '全部年度清单 Every annual list', pageQuery)
  async all(@Queried() query: PageQuery) {
    const rows = await this.readModels.dataSource.manager.find(annualLists.entity);
    return pageOf(
      rows.map(({ rules: _, decision: __, ...row }) => row),
      ({ listId }) => listId,
      query,
    );
  }

  @Reads('lists/:listId', 'everyone', '一份年度清单 One annual list', asOfQuery)
  async one(
    @Param('listId') id: string,
    @AsOf() asOf: Date | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const row = await this.readModels.one(annualLists, parsed(ListId, id, '/listId'), asOf);
    if (!row) throw new Problem('NOT_FOUND', { what: '清单 list' });
    void reply.header('ETag', `"${row.version}"`);
    return row;
  }
}
