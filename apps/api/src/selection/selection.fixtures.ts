import { clinics, gardens, listId, proposed, rules, stadium, type GivenEvent } from '@minsheng/read-models/testing';
export const list = (act: string) => `lists/${listId}/${act}`;
export const opening = { regionName: '眉山市', title: '2019年民生实事', mode: 'deputies vote', seats: 2 };
export const opened = (over: object = {}): GivenEvent => ({
  type: 'AnnualListOpened',
  data: { listId, regionCode: '511400', year: 2019, ...opening, ...over },
});
export const rulesAdopted: GivenEvent = { type: 'RulesAdopted', data: { listId, rules, rulesVersion: 1 } };
export const putToDecision: GivenEvent = {
  type: 'CandidatesPutToDecision',
  data: { listId, projectIds: [gardens, clinics, stadium] },
};
export const tally = (projectId: string, inFavour: number) => ({
  projectId,
  inFavour,
  against: 100 - inFavour,
  abstained: 0,
  notVoted: 0,
});
export const ballot = (...votes: number[]) => ({
  body: '市人民代表大会',
  heldOn: '2019-01-10',
  deputies: 100,
  issued: 100,
  returned: 100,
  valid: 100,
  tallies: [gardens, clinics, stadium].map((id, index) => tally(id, votes[index])),
});
export const candidates = [proposed(gardens), proposed(clinics), proposed(stadium)];
