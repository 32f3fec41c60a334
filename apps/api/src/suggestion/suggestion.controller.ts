import { Controller, Inject, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ListId, SuggestionId } from '@minsheng/contracts';
import { projects, suggestionStatuses, suggestions, timeline, type SuggestionRow } from '@minsheng/read-models';
import { Vault } from '@minsheng/vault';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CommandRoute } from '../http/command-route';
import { Command, parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { asOfQuery, pageQuery, Query, QueryRoute } from '../http/query-route';
import { assertSameRegion, CallerOf, type Caller } from '../identity/caller';
import { AuditOf, type Audit } from '../security-log/audit.param';
import { AsOf } from '../reading/as-of';
import { pageOf, type PageQuery } from '../reading/page';
import { ReadModels } from '../reading/read-models';
import type { ReadView } from '../reading/read-view';
import * as Commands from './suggestion.commands';
import { staffView, trackingView } from './suggestion.views';

@ApiTags('建议 suggestion')
@Controller()
export class SuggestionController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(ReadModels) private readonly readModels: ReadModels,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  @CommandRoute('lists/:listId/suggestions', Commands.SubmitSuggestion, '网上提建议', 'public')
  submit(@Command() command: Commands.SubmitSuggestion) {
    return this.bus.execute(command);
  }

  @CommandRoute(
    'lists/:listId/offline-suggestions',
    Commands.EnterSuggestion,
    '录入来信、来电、热线等建议',
    'commission',
    'deputy',
  )
  enter(@Command() command: Commands.EnterSuggestion) {
    return this.bus.execute(command);
  }

  @CommandRoute('suggestions/:suggestionId/registration', Commands.RegisterSuggestion, '登记建议', 'commission')
  register(@Command() command: Commands.RegisterSuggestion) {
    return this.bus.execute(command);
  }

  @CommandRoute('suggestions/:suggestionId/referral', Commands.ReferSuggestion, '不属范围，转办', 'commission')
  refer(@Command() command: Commands.ReferSuggestion) {
    return this.bus.execute(command);
  }

  @CommandRoute('suggestions/:suggestionId/merge', Commands.MergeSuggestion, '合并同类建议', 'commission')
  merge(@Command() command: Commands.MergeSuggestion) {
    return this.bus.execute(command);
  }

  @CommandRoute('suggestions/:suggestionId/unmerge', Commands.UnmergeSuggestion, '拆分已合并的建议', 'commission')
  unmerge(@Command() command: Commands.UnmergeSuggestion) {
    return this.bus.execute(command);
  }

  @CommandRoute('suggestions/:suggestionId/assignment', Commands.AssignSuggestion, '交办建议', 'commission')
  assign(@Command() command: Commands.AssignSuggestion) {
    return this.bus.execute(command);
  }

  @CommandRoute('suggestions/:suggestionId/opinions', Commands.GiveOpinion, '承办单位提出意见', 'department')
  giveOpinion(@Command() command: Commands.GiveOpinion) {
    return this.bus.execute(command);
  }

  @CommandRoute('suggestions/:suggestionId/screening', Commands.ScreenSuggestion, '按“四可”筛选', 'commission')
  screen(@Command() command: Commands.ScreenSuggestion) {
    return this.bus.execute(command);
  }

  @CommandRoute('suggestions/:suggestionId/answer', Commands.AnswerSuggestion, '答复建议', 'commission')
  answer(@Command() command: Commands.AnswerSuggestion) {
    return this.bus.execute(command);
  }

  @QueryRoute('suggestions/tracking/:code', 'everyone', '凭查询码查看办理进度 Follow a suggestion by its code')
  async track(@Param('code') code: string) {
    const view = await this.readModels.view(undefined, suggestions);
    const [row] = await view.all(suggestions, { trackingCode: code });
    if (!row) {
      view.missing().forEach((id) => view.assertCurrent(id)); // the code may belong to one of them
      throw new Problem('NOT_FOUND', { what: '建议 suggestion' });
    }
    const main = row.mergedInto ? await this.mainOf(view, row) : undefined;
    const projectId = main?.projectId ?? row.projectId;
    const ofProjects = await this.readModels.view(undefined, projects, timeline);
    const [project] = await ofProjects.all(projects, { projectId: projectId ? [projectId] : [] });
    const steps = await ofProjects.all(timeline, {
      suggestionId: main ? [row.suggestionId, main.suggestionId] : row.suggestionId,
    });
    return { ...trackingView(row, main, project, steps), ...ofProjects.notCurrent(row.suggestionId) };
  }

  @QueryRoute(
    'suggestions/:suggestionId',
    ['commission', 'department', 'auditor'],
    '一条建议 One suggestion',
    asOfQuery,
  )
  async suggestion(
    @Param('suggestionId') id: string,
    @CallerOf() caller: Caller,
    @AsOf() asOf: Date | undefined,
    @AuditOf() audit: Audit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const suggestionId = parsed(SuggestionId, id, '/suggestionId');
    assertSameRegion(caller.actor, suggestionId);
    const row = await (await this.readModels.view(asOf, suggestions)).row(suggestions, suggestionId);
    if (!row) throw new Problem('NOT_FOUND', { what: '建议 suggestion' });
    if (caller.actor.role === 'department' && row.department !== caller.actor.organisation)
      throw new Problem('NOT_THE_HANDLING_DEPARTMENT');
    void reply.header('ETag', `"${row.version}"`);
    const [view] = await this.opened([row], caller);
    if (caller.actor.role !== 'commission') return view;
    await audit('CONTACT_READ', suggestionId);
    return { ...view, contact: await this.vault.contactOf(row.words) };
  }

  @QueryRoute('lists/:listId/suggestions', ['commission', 'auditor'], '一份清单的全部建议 The suggestions of a list', {
    ...asOfQuery,
    ...pageQuery,
    status: z.enum(suggestionStatuses).optional(),
  })
  async ofList(
    @Param('listId') id: string,
    @CallerOf() caller: Caller,
    @AsOf() asOf: Date | undefined,
    @Query() query: PageQuery & { readonly status?: string },
  ) {
    const listId = parsed(ListId, id, '/listId');
    assertSameRegion(caller.actor, listId);
    const view = await this.readModels.view(asOf, suggestions);
    const rows = await view.all(suggestions, { listId });
    const page = pageOf(
      rows.filter(({ status }) => query.status === undefined || status === query.status),
      ({ suggestionId }) => suggestionId,
      query,
    );
    return {
      ...page,
      ...view.notCurrent(listId),
      items: await this.opened(page.items, caller),
      received: rows.length,
      matters: rows.filter(({ mergedInto }) => !mergedInto).length,
    };
  }

  /**
   * The suggestion that stands for this one, however often that was merged on. Merges of older ledgers may run in a
   * circle, which ends where it closes.
   */
  private async mainOf(view: ReadView, row: SuggestionRow): Promise<SuggestionRow> {
    const passed = new Set([row.suggestionId]);
    for (let main = row; ; passed.add(main.suggestionId)) {
      const { mergedInto } = main;
      const next = mergedInto && !passed.has(mergedInto) && (await view.row(suggestions, mergedInto));
      if (!next) return main;
      main = next;
    }
  }

  /** The person's words, for those who handle the matter; null once the person has been erased. */
  private async opened(rows: readonly SuggestionRow[], { actor }: Caller) {
    const words =
      actor.role === 'auditor'
        ? []
        : await this.vault.openAll<{ title: string; content: string }>(rows.map((row) => row.words));
    return rows.map((row, index) => staffView(row, words[index] ?? null));
  }
}
