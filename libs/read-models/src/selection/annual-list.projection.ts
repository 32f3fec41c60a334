import type { AnnualListEvent } from '@minsheng/contracts';
import type { EventPosition, Projection } from '../projection';
import { AnnualListRow } from './annual-list.entity';

type Row = AnnualListRow | undefined;
const changed = (row: Row, { streamVersion }: EventPosition, change: Partial<AnnualListRow>): Row =>
  row && { ...row, ...change, version: streamVersion };

export const annualLists: Projection<AnnualListRow, AnnualListEvent> = {
  name: 'annual_list',
  entity: AnnualListRow,
  categories: ['annual-list'],
  needs: 'position',
  keyOf: ({ data }) => data.listId,
  createdBy: ['AnnualListOpened'],
  on: {
    AnnualListOpened: (_, data, { streamVersion }) => ({
      ...data,
      status: 'open',
      rulesVersion: null,
      rules: null,
      candidates: [],
      collection: null,
      decision: null,
      adopted: [],
      passedOver: [],
      announcementNo: null,
      adoptedOn: null,
      version: streamVersion,
    }),
    RulesAdopted: (row, { rulesVersion, rules }, context) => changed(row, context, { rulesVersion, rules }),
    RulesAmended: (row, { rulesVersion, rules }, context) => changed(row, context, { rulesVersion, rules }),
    CandidatesPutToDecision: (row, { projectIds }, context) =>
      changed(row, context, { status: 'put to decision', candidates: projectIds }),
    BallotRecorded: (row, { listId: _, ...ballot }, context) =>
      changed(row, context, { status: 'decided', decision: { ballot } }),
    BallotCorrected: (row, { listId: _, ...ballot }, context) =>
      changed(row, context, { status: 'decided', decision: { ballot } }),
    SecondBallotRecorded: (row, { listId: _, ...secondBallot }, context) =>
      changed(row, context, { decision: { ...row?.decision, secondBallot } }),
    SeatsLeftEmpty: (row, { listId: _, ...seatsLeftEmpty }, context) =>
      changed(row, context, { decision: { ...row?.decision, seatsLeftEmpty } }),
    CollectionPeriodSet: (row, { listId: _, ...collection }, context) => changed(row, context, { collection }),
    TieResolved: (row, { listId: _, ...tie }, context) =>
      changed(row, context, { decision: { ...row?.decision, tie } }),
    GovernmentDecided: (row, { listId: _, ...government }, context) =>
      changed(row, context, { status: 'decided', decision: { government } }),
    AnnualListAdopted: (row, { adopted, passedOver, announcementNo, adoptedOn }, context) =>
      changed(row, context, { status: 'adopted', adopted, passedOver, announcementNo, adoptedOn }),
    // shown with each project, as the ballot of its evaluation
    SittingBallotCounted: (row, _, context) => changed(row, context, {}),
  },
};
