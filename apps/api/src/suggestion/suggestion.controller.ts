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
import { mergedInto } from '../reading/merged-into';
import { ReadModels } from '../reading/read-models';
import { courseOf, projectIdsOf } from './course';
import { matterView, staffView, trackingView } from './suggestion.views';

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
    const course = await courseOf(view, row);
    const ofProjects = await this.readModels.view(undefined, projects, timeline);
    const named = await ofProjects.all(projects, { projectId: projectIdsOf(course) });
    const steps = await Promise.all([
      ofProjects.all(timeline, { suggestionId: course.map(({ suggestionId }) => suggestionId) }),
      ofProjects.all(timeline, { projectId: named.map(({ projectId }) => projectId) }),
    ]);
    return { ...trackingView(course, named, steps.flat()), ...ofProjects.notCurrent(row.suggestionId) };
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
    const view = await this.readModels.view(asOf, suggestions, projects);
    const row = await view.row(suggestions, suggestionId);
    if (!row) throw new Problem('NOT_FOUND', { what: '建议 suggestion' });
    if (caller.actor.role === 'department' && row.department !== caller.actor.organisation)
      throw new Problem('NOT_THE_HANDLING_DEPARTMENT');
    void reply.header('ETag', `"${row.version}"`);
    const course = await courseOf(view, row);
    const named = await view.all(projects, { projectId: projectIdsOf(course) });
    const members = await mergedInto(view, row.listId, [suggestionId]);
    const [opened] = await this.opened([row], caller);
    const shown = {
      ...opened,
      ...matterView(
        course,
        named,
        members.map((member) => member.suggestionId),
      ),
      ...view.notCurrent(suggestionId),
    };
    if (caller.actor.role !== 'commission') return shown;
    await audit('CONTACT_READ', suggestionId);
    return { ...shown, contact: await this.vault.contactOf(row.words) };
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
   * The person's words, for those who handle the matter; null once the person has been erased. What is damaged hides
   * nothing else.
   */
  private async opened(rows: readonly SuggestionRow[], { actor }: Caller) {
    const words =
      actor.role === 'auditor'
        ? []
        : await this.vault.openAll<{ title: string; content: string }>(rows.map((row) => row.words));
    return rows.map((row, index) => {
      if (words[index] === UNREADABLE) this.log.error('words in the vault cannot be read', undefined, row.suggestionId);
      return staffView(row, words[index] ?? null);
    });
  }
}
