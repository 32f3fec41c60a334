import type { GivenEvent } from './given-events';
import { clinics, commitment, gardens, health, indicator, lamps, listId, rules, stadium } from './a-list';
import { suggested } from './suggesting';

export const proposed = (projectId: string, over: object = {}): GivenEvent => ({
  type: 'CandidateProposed',
  data: { projectId, ...commitment(over) },
});
export const adopted = (projectId: string, no = 1): GivenEvent => ({
  type: 'CandidateAdopted',
  data: { projectId, no, rulesVersion: 1, rules, commitment: commitment() },
});
const listed = (type: GivenEvent['type'], data: object): GivenEvent => ({
  type,
  data: { listId, ...data },
  on: '2019-01-10',
});

/** Three candidates; the list is voted, decided and adopted without the stadium. */
export const selecting: readonly GivenEvent[] = [
  listed('AnnualListOpened', {
    regionCode: '511400',
    year: 2019,
    regionName: '眉山市',
    title: '2019年民生实事',
    mode: 'deputies vote',
    seats: 2,
  }),
  listed('RulesAdopted', { rules, rulesVersion: 1 }),
  proposed(gardens, { suggestions: [lamps] }),
  proposed(clinics, { title: '改造卫生院', domain: '病有所医', indicators: [indicator({ lead: health })] }),
  proposed(stadium, { title: '体育馆' }),
  suggested(lamps, 'SuggestionLinkedToCandidate', { projectId: gardens }),
  suggested(lamps, 'SuggestionAnswered', { answer: '已列入候选', outcome: 'candidate' }),
  suggested(lamps, 'SubmitterErased', {}),
  { type: 'CandidateShelved', data: { projectId: stadium, reason: '用地未落实' } },
  listed('CandidatesPutToDecision', { projectIds: [gardens, clinics, stadium] }),
  listed('BallotRecorded', {
    body: '市人民代表大会',
    heldOn: '2019-01-10',
    deputies: 100,
    issued: 100,
    returned: 100,
    valid: 100,
    tallies: [gardens, clinics, stadium].map((projectId) => ({
      projectId,
      inFavour: 60,
      against: 40,
      abstained: 0,
      notVoted: 0,
    })),
  }),
  listed('CollectionPeriodSet', { from: '2018-09-01', to: '2019-12-31', contact: '市发展改革委' }),
  listed('BallotCorrected', {
    body: '市人民代表大会',
    heldOn: '2019-01-10',
    deputies: 100,
    issued: 100,
    returned: 100,
    valid: 100,
    tallies: [{ projectId: gardens, inFavour: 60, against: 40, abstained: 0, notVoted: 0 }],
    correction: { reason: '计票有误', documentNo: '1号' },
  }),
  listed('SecondBallotRecorded', {
    body: '市人民代表大会',
    heldOn: '2019-01-10',
    deputies: 100,
    issued: 100,
    returned: 100,
    valid: 100,
    tallies: [{ projectId: gardens, inFavour: 60, against: 40, abstained: 0, notVoted: 0 }],
  }),
  listed('SeatsLeftEmpty', { body: '主席团', heldOn: '2019-01-10', reason: '未过半数', seats: 1 }),
  listed('TieResolved', { chosen: [gardens, clinics], how: '再次票决' }),
  listed('GovernmentDecided', {
    body: '市人民政府',
    heldOn: '2019-01-10',
    documentNo: '眉府发〔2019〕1号',
    projectIds: [gardens, clinics],
  }),
  listed('AnnualListAdopted', {
    announcementNo: '眉府发〔2019〕1号',
    adoptedOn: '2019-01-15',
    body: '市人民代表大会',
    rulesVersion: 1,
    rules,
    adopted: [gardens, clinics],
    passedOver: [stadium],
  }),
  listed('RulesAmended', {
    rulesVersion: 2,
    rules,
    from: '2019-07',
    reason: '年中调整亮灯规则',
    adopted: [gardens, clinics],
  }),
  adopted(gardens),
  { type: 'CandidatePassedOver', data: { projectId: stadium } },
];
