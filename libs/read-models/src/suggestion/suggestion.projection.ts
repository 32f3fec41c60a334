import { listOf, regionOf, type SuggestionEvent } from '@minsheng/contracts';
import type { EventPosition, Projection } from '../projection';
import { SuggestionRow } from './suggestion.entity';

type Row = SuggestionRow | undefined;
const changed = (row: Row, { streamVersion }: EventPosition, change: Partial<SuggestionRow>): Row =>
  row && { ...row, ...change, version: streamVersion };

/** What a candidate names needs no screening any more. */
const asCandidate = (status: SuggestionRow['status']): SuggestionRow['status'] =>
  status === 'registered' || status === 'assigned' ? 'screened' : status;

export const suggestions: Projection<SuggestionRow, SuggestionEvent> = {
  name: 'suggestion',
  entity: SuggestionRow,
  categories: ['suggestion'],
  needs: 'position',
  keyOf: ({ data }) => data.suggestionId,
  createdBy: ['SuggestionReceived'],
  on: {
    SuggestionReceived: (_, received, { streamVersion }) => ({
      regionCode: regionOf(received.suggestionId),
      title: null,
      status: 'received',
      statusBeforeMerge: null,
      mergedInto: null,
      department: null,
      dueOn: null,
      referral: null,
      opinions: [],
      screening: null,
      projectIds: [],
      outcome: null,
      answer: null,
      version: streamVersion,
      ...received,
      listId: listOf(received.suggestionId),
      district: received.district ?? null,
      domain: received.domain ?? null, // spread last: many names added behind a spread take V8 forty times as long
    }),
    SuggestionRegistered: (row, { title, domain }, context) =>
      changed(row, context, { status: 'registered', title, domain }),
    SuggestionReferred: (row, { to, reason, text }, context) =>
      changed(row, context, { status: 'referred', outcome: 'referred', referral: { to, reason, text } }),
    SuggestionMerged: (row, { into }, context) =>
      changed(row, context, { status: 'merged', statusBeforeMerge: row!.status, mergedInto: into }),
    SuggestionUnmerged: (row, _, context) =>
      changed(row, context, { status: row!.statusBeforeMerge!, statusBeforeMerge: null, mergedInto: null }),
    MemberClaimed: (row, _, context) => changed(row, context, {}),
    MergeDeclined: (row, _, context) => changed(row, context, {}),
    MemberTaken: (row, _, context) => changed(row, context, {}),
    MemberReleased: (row, _, context) => changed(row, context, {}),
    SuggestionAssigned: (row, { department, dueOn }, context) =>
      changed(row, context, { status: 'assigned', department, dueOn }),
    OpinionGiven: (row, { department, opinion, supports }, context) =>
      changed(row, context, { opinions: [...row!.opinions, { department, opinion, supports }] }),
    SuggestionScreened: (row, { criteria, outcome, reason }, context) =>
      changed(row, context, {
        status: 'screened',
        screening: { criteria, outcome, ...(reason && { reason }) },
        outcome,
      }),
    SuggestionLinkedToCandidate: (row, { projectId }, context) =>
      changed(row, context, {
        ...(row!.statusBeforeMerge
          ? { statusBeforeMerge: asCandidate(row!.statusBeforeMerge) }
          : { status: asCandidate(row!.status) }),
        projectIds: [...row!.projectIds, projectId],
        outcome: 'candidate',
      }),
    SubmitterErased: (row, _, context) => changed(row, context, {}), // the vault holds what is destroyed
    SuggestionAnswered: (row, { answer, outcome }, context) =>
      changed(row, context, { status: 'answered', answer, outcome }),
  },
};
