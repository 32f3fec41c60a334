import { suggestions } from './suggestion.projection';
import {
  benches,
  gardens,
  type GivenEvent,
  lamps,
  received,
  rowAfter,
  rowsAfter,
  selecting,
  suggesting,
  words,
  works,
} from '../testing';

const steps = (suggestionId: string, all: readonly GivenEvent[]) =>
  all.filter(({ data }) => (data as { suggestionId?: string }).suggestionId === suggestionId);
const until = (type: GivenEvent['type'], all: readonly GivenEvent[]) =>
  all.slice(0, all.findIndex((event) => event.type === type) + 1);

describe('the suggestions that people read', () => {
  it('shows a new one under its list and region, with sealed words only', async () => {
    expect(await rowAfter(suggestions, received(lamps))).toEqual({
      suggestionId: lamps,
      listId: '511400-2019',
      regionCode: '511400',
      channel: 'web',
      receivedOn: '2018-09-01',
      trackingCode: 'ABCDEFGHJK',
      words,
      anonymous: false,
      district: null,
      domain: null,
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
      version: 1,
    });
  });
  it('follows one from receipt to its answer', async () => {
    expect(await rowAfter(suggestions, ...steps(lamps, [...suggesting, ...selecting]))).toMatchObject({
      status: 'answered',
      title: '增加路灯',
      domain: '行有所畅',
      district: '东坡区',
      department: works,
      dueOn: '2018-10-20',
      opinions: [{ department: works, opinion: '可行', supports: true }],
      screening: { outcome: 'candidate' },
      projectIds: [gardens],
      outcome: 'candidate',
      answer: '已列入候选',
      version: 11,
    });
  });
  it('says into which one it was merged', async () => {
    expect(await rowAfter(suggestions, ...until('SuggestionMerged', steps(benches, suggesting)))).toMatchObject({
      status: 'merged',
      statusBeforeMerge: 'registered',
      mergedInto: lamps,
    });
  });
  it('stands where it stood once a merge is undone', async () => {
    expect(await rowAfter(suggestions, ...steps(benches, suggesting))).toMatchObject({
      status: 'registered',
      statusBeforeMerge: null,
      mergedInto: null,
    });
  });
  it('says to whom it was referred and why', async () => {
    const rows = await rowsAfter(suggestions, ...suggesting);
    expect(rows.find(({ status }) => status === 'referred')).toMatchObject({
      outcome: 'referred',
      referral: { to: '市交警支队', reason: 'one person or unit only', text: '个案' },
      version: 3,
    });
  });
  it('keeps why one was not adopted, also behind its answer', async () => {
    const criterion = { met: false, note: '' };
    const screened: GivenEvent = {
      type: 'SuggestionScreened',
      data: {
        suggestionId: lamps,
        criteria: { perceivable: criterion, doable: criterion, fundable: criterion, checkable: criterion },
        outcome: 'reserve pool',
        reason: '明年再议',
      },
    };
    const answered: GivenEvent = {
      type: 'SuggestionAnswered',
      data: { suggestionId: lamps, answer: '已入储备库', outcome: 'reserve pool' },
    };
    expect(await rowAfter(suggestions, received(lamps), screened, answered)).toMatchObject({
      screening: { outcome: 'reserve pool', reason: '明年再议' },
      outcome: 'reserve pool',
      status: 'answered',
    });
  });
});
