import { Controller, Inject, Logger, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListId, SuggestionId, suggestionRoutes } from '@minsheng/contracts';
import { projects, suggestionStatuses, suggestions, timeline, type SuggestionRow } from '@minsheng/read-models';
import { UNREADABLE, Vault } from '@minsheng/vault';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { asOfQuery, pageQuery, Answers, Query } from '../http/query-route';
import { CallerOf, type Caller } from '../identity/caller';
import { AuditOf, type Audit } from '../security-log/audit.param';
import { AsOf } from '../reading/as-of';
import { pageOf, type PageQuery } from '../reading/page';
import { ReadModels } from '../reading/read-models';
import type { ReadView } from '../reading/read-view';
import { staffView, trackingView } from './suggestion.views';

@ApiTags('建议 suggestion')
@Controller()
export class SuggestionController {
  private readonly log = new Logger(SuggestionController.name);

  constructor(
    @Inject(ReadModels) private readonly readModels: ReadModels,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  @Answers(suggestionRoutes.TrackedSuggestion)
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

  @Answers(suggestionRoutes.Suggestion, asOfQuery)
  async suggestion(
    @Param('suggestionId') id: string,
    @CallerOf() caller: Caller,
    @AsOf() asOf: Date | undefined,
    @AuditOf() audit: Audit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const suggestionId = parsed(SuggestionId, id, '/suggestionId');
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

  @Answers(suggestionRoutes.Suggestions, {
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

  /**
   * The person's words, for those who handle the matter; null once the person has been erased. What is damaged hides
   * nothing else.
   */
  private async opened(rows: readonly SuggestionRow[], { actor }: Caller) {
    const words =
      actor.role === 'auditor'
        ? []
        : await this.vault.openAll<{ title: string; content: string }>(rows.map((row) => row.words));
    return rows.map((row, index) => {
      if (words[index] === UNREADABLE) this.log.error(`the words of ${row.suggestionId} cannot be read`);
      return staffView(row, words[index] ?? null);
    });
  }
}
