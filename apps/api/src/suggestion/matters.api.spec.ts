import {
  benches,
  commitment,
  gardens,
  lamps,
  listId,
  parking,
  proposed,
  received,
  selecting,
  started,
  suggested,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { commission } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';
import { at, criteria, listOpened, registered } from './suggestion.fixtures';

const api = new OpenedApi();
const codes: Record<string, string> = { [lamps]: 'AAAAAAAAAA', [benches]: 'BBBBBBBBBB', [parking]: 'CCCCCCCCCC' };
const screened = (suggestionId: string, outcome = 'candidate'): GivenEvent =>
  suggested(suggestionId, 'SuggestionScreened', { criteria, outcome });
const registeredBoth = (id: string): GivenEvent[] => [received(id, { trackingCode: codes[id] }), registered(id)];
const proposeOf = (...suggestions: string[]) =>
  api.post(`lists/${listId}/candidates`, { ...commitment(), suggestions }, commission);
const propose = (suggestionId: string, _main?: string) => proposeOf(suggestionId);
const merge = (id: string, into: string) => api.post(at(id, 'merge'), { into }, commission);
const screen = (id: string, outcome: string) =>
  api.post(at(id, 'screening'), { criteria, outcome, reason: '资金未落实' }, commission);
const track = async (id: string) => {
  await api.policiesActed();
  await api.shown();
  return (await api.get(`suggestions/tracking/${codes[id]}`)).body;
};
const sentences = ({ steps }: { steps: { sentence: string }[] }) => steps.map(({ sentence }) => sentence);

describe('a suggestion that a candidate names', () => {
  it('is not merged into another, whose answer would be a second word on it', async () => {
    await api.given(listOpened, ...registeredBoth(lamps), ...registeredBoth(benches), screened(lamps));
    await propose(lamps);
    await api.policiesActed();
    expect(await merge(lamps, benches)).toMatchObject({ status: 409, body: { code: 'SUGGESTION_IN_CANDIDATE' } });
    expect((await merge(benches, lamps)).status).toBe(201);
    expect(await track(benches)).toMatchObject({ outcome: 'candidate', projects: [{}] });
  });
  it.each([0, 1, 2, 3, 4, 5])('takes its main suggestion along where it is merged at that moment: %i', async (turn) => {
    await api.given(listOpened, ...registeredBoth(lamps), ...registeredBoth(benches), screened(lamps));
    const [first, second] = turn % 2 ? [merge, propose] : [propose, merge];
    const answers = await Promise.all([first(lamps, benches), second(lamps, benches)]);
    await api.policiesActed();
    const [candidate, merged] = turn % 2 ? answers.reverse() : answers;
    const refused = await screen(benches, 'not adopted');
    const [ofMember, ofMain] = [await track(lamps), await track(benches)];
    expect([candidate.status, merged.status]).toContain(201);
    if (candidate.status === 201) expect(ofMember).toMatchObject({ outcome: 'candidate', projects: [{}] });
    if (candidate.status === 201 && merged.status === 201) {
      expect(ofMain).toMatchObject({ outcome: 'candidate', projects: [{}] });
      expect(refused).toMatchObject({ status: 409, body: { code: 'SUGGESTION_CLOSED' } });
    }
  });
  it('is shown every project that it went into, also where two are proposed at once', async () => {
    await api.given(listOpened, ...registeredBoth(lamps), screened(lamps));
    const answers = await Promise.all([propose(lamps), propose(lamps), propose(lamps)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await track(lamps)).projects).toHaveLength(3);
    await api.given(
      started(answers[0].body.id),
      { type: 'CandidatePassedOver', data: { projectId: answers[1].body.id } },
      { type: 'CandidateShelved', data: { projectId: answers[2].body.id, reason: '用地未落实' } },
    );
    expect(await track(lamps)).toMatchObject({ outcome: 'on the list' });
  });
  it('is named by it once', async () => {
    await api.given(listOpened, ...registeredBoth(lamps), screened(lamps));
    expect(await proposeOf(lamps, lamps)).toMatchObject({
      status: 409,
      body: { code: 'SUGGESTION_NAMED_TWICE' },
    });
  });
  it('is named by its main suggestion where it is merged', async () => {
    await api.given(listOpened, ...registeredBoth(lamps), ...registeredBoth(benches), screened(lamps));
    await merge(lamps, benches);
    expect(await propose(lamps)).toMatchObject({ status: 409, body: { code: 'SUGGESTION_MERGED_BEFORE' } });
  });
});

describe('a merged suggestion', () => {
  it('is shown the steps of what it was merged into from then on, and none of its merges', async () => {
    await api.given(
      ...registeredBoth(lamps),
      ...registeredBoth(benches),
      suggested(lamps, 'SuggestionAssigned', { department: '市交通运输局', dueOn: '2018-10-20' }),
      suggested(benches, 'SuggestionMerged', { into: lamps }),
      ...registeredBoth(parking),
      suggested(lamps, 'SuggestionMerged', { into: parking }),
      suggested(lamps, 'SuggestionUnmerged', { from: parking, reason: '不是一件事' }),
      screened(lamps, 'reserve pool'),
      screened(parking, 'not adopted'),
    );
    expect(sentences(await track(benches))).toEqual([
      '收到建议（渠道：网页）',
      '登记：增加路灯',
      '与同类建议合并办理',
      '按“四可”筛选：纳入储备库',
    ]);
  });
  it('has for staff the outcome, projects and answer that its person reads, and its main one names it', async () => {
    await api.given(
      ...registeredBoth(lamps),
      ...registeredBoth(benches),
      suggested(benches, 'SuggestionMerged', { into: lamps }),
      screened(lamps),
      proposed(gardens, { suggestions: [lamps] }),
      suggested(lamps, 'SuggestionLinkedToCandidate', { projectId: gardens }),
      suggested(lamps, 'SuggestionAnswered', { answer: '已列入候选', outcome: 'candidate' }),
    );
    await api.shown();
    const read = async (id: string) => (await api.get(`suggestions/${id}`, commission)).body;
    const shown = { outcome: 'candidate', projectIds: [gardens], answer: '已列入候选' };
    expect(await read(benches)).toMatchObject({ status: 'merged', ...shown, members: [] });
    expect(await read(lamps)).toMatchObject({ status: 'answered', ...shown, members: [benches] });
  });
});

it('nothing is screened as a candidate once the list is adopted, and the reserve pool stays open', async () => {
  await api.given(...selecting.filter(({ type }) => type === 'AnnualListOpened' || type === 'AnnualListAdopted'));
  await api.given(...registeredBoth(lamps));
  expect(await screen(lamps, 'candidate')).toMatchObject({ status: 409, body: { code: 'LIST_TAKES_NO_CANDIDATES' } });
  expect((await screen(lamps, 'reserve pool')).status).toBe(201);
});
