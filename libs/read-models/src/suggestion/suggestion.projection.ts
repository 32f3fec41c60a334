import { listOf, regionOf, type SuggestionEvent } from '@minsheng/contracts';
import type { LogPlace, Projection } from '../projection';
import { SuggestionRow } from './suggestion.entity';

type Row = SuggestionRow | undefined;
const changed = (row: Row, { streamVersion }: LogPlace, change: Partial<SuggestionRow>): Row =>
  row && { ...row, ...change, version: streamVersion };

export const suggestions: Projection<SuggestionRow, SuggestionEvent> = {
  name: 'suggestion',
  entity: SuggestionRow,
  categories: ['suggestion'],
  asks: 'where',
  keyOf: ({ data }) => data.suggestionId,
  anew: ['SuggestionReceived'],
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
      projectId: null,
      outcome: null,
      answer: null,
      version: streamVersion,
      ...received,
      listId: listOf(received.suggestionId),
      district: received.district ?? null,
      domain: received.domain ?? null, // spread last: many names added behind a spread take V8 forty times as long
    }),
    SuggestionRegistered: (row, { title, domain }, recorded) =>
      changed(row, recorded, { status: 'registered', title, domain }),
    SuggestionReferred: (row, { to, reason, text }, recorded) =>
      changed(row, recorded, { status: 'referred', outcome: 'referred', referral: { to, reason, text } }),
    SuggestionMerged: (row, { into }, recorded) =>
      changed(row, recorded, { status: 'merged', statusBeforeMerge: row!.status, mergedInto: into }),
    SuggestionUnmerged: (row, _, recorded) =>
      changed(row, recorded, { status: row!.statusBeforeMerge!, statusBeforeMerge: null, mergedInto: null }),
    SuggestionAssigned: (row, { department, dueOn }, recorded) =>
      changed(row, recorded, { status: 'assigned', department, dueOn }),
    OpinionGiven: (row, { department, opinion, supports }, recorded) =>
      changed(row, recorded, { opinions: [...row!.opinions, { department, opinion, supports }] }),
    SuggestionScreened: (row, { criteria, outcome, reason }, recorded) =>
      changed(row, recorded, {
        status: 'screened',
        screening: { criteria, outcome, ...(reason && { reason }) },
        outcome,
      }),
    SuggestionLinkedToCandidate: (row, { projectId }, recorded) =>
      changed(row, recorded, { projectId, outcome: 'candidate' }),
    SuggestionAnswered: (row, { answer, outcome }, recorded) =>
      changed(row, recorded, { status: 'answered', answer, outcome }),
  },
};
