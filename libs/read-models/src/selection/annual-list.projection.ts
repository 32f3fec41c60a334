import type { AnnualListEvent } from '@minsheng/contracts';
import type { LogPlace, Projection } from '../projection';
import { AnnualListRow } from './annual-list.entity';

type Row = AnnualListRow | undefined;
const changed = (row: Row, { streamVersion }: LogPlace, change: Partial<AnnualListRow>): Row =>
  row && { ...row, ...change, version: streamVersion };

export const annualLists: Projection<AnnualListRow, AnnualListEvent> = {
  name: 'annual_list',
  entity: AnnualListRow,
  categories: ['annual-list'],
  asks: 'where',
  keyOf: ({ data }) => data.listId,
  anew: ['AnnualListOpened'],
  on: {
    AnnualListOpened: (_, data, { streamVersion }) => ({
      ...data,
      status: 'open',
      rulesVersion: null,
      rules: null,
      candidates: [],
      decision: null,
      adopted: [],
      passedOver: [],
      announcementNo: null,
      adoptedOn: null,
      version: streamVersion,
    }),
    RulesAdopted: (row, { rulesVersion, rules }, recorded) => changed(row, recorded, { rulesVersion, rules }),
    RulesAmended: (row, { rulesVersion, rules }, recorded) => changed(row, recorded, { rulesVersion, rules }),
    CandidatesPutToDecision: (row, { projectIds }, recorded) =>
      changed(row, recorded, { status: 'put to decision', candidates: projectIds }),
    BallotRecorded: (row, { listId: _, ...ballot }, recorded) =>
      changed(row, recorded, { status: 'decided', decision: { ballot } }),
    TieResolved: (row, { listId: _, ...tie }, recorded) =>
      changed(row, recorded, { decision: { ...row?.decision, tie } }),
    GovernmentDecided: (row, { listId: _, ...government }, recorded) =>
      changed(row, recorded, { status: 'decided', decision: { government } }),
    AnnualListAdopted: (row, { adopted, passedOver, announcementNo, adoptedOn }, recorded) =>
      changed(row, recorded, { status: 'adopted', adopted, passedOver, announcementNo, adoptedOn }),
  },
};
