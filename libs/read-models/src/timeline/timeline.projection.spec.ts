import { ledgerEvents } from '@minsheng/contracts';
import { timeline } from './timeline.projection';
import {
  aYear,
  gardens,
  type GivenEvent,
  lamps,
  listId,
  proposed,
  rated,
  received,
  registering,
  rowAfter,
  rowsAfter,
  works,
} from '../testing';

const sentenceOf = async (type: GivenEvent['type']) =>
  (await rowsAfter(timeline, ...aYear)).find((row) => row.type === type)?.sentence;

/** Ratings are counted; the registers are of no list. */
const withoutSentence = ['ProjectRated', 'RatingChanged', ...registering.map(({ type }) => type as string)];

describe('the timeline', () => {
  it('shows a step with its position in the log, its day, and the role and office that acted', async () => {
    expect(
      await rowsAfter(timeline, proposed(gardens), {
        type: 'OpinionGiven',
        data: { suggestionId: lamps, department: works, opinion: '可行', supports: true },
        on: '2018-10-05',
        by: { role: 'department', organisation: works },
      }),
    ).toEqual([
      expect.objectContaining({ position: '0000000000000000001' }),
      {
        position: '0000000000000000002',
        recordedAt: '2019-01-02T00:01:00.000Z',
        on: '2018-10-05',
        listId,
        regionCode: '511400',
        projectId: null,
        suggestionId: lamps,
        type: 'OpinionGiven',
        role: 'department',
        organisation: works,
        sentence: `${works} 提出意见：支持`,
      },
    ]);
  });
  it("gives a suggestion's step to the suggestion, also when it names a project", async () => {
    expect(
      await rowAfter(timeline, {
        type: 'SuggestionLinkedToCandidate',
        data: { suggestionId: lamps, projectId: gardens },
      }),
    ).toMatchObject({ suggestionId: lamps, projectId: null });
  });
  it("gives a list's step to the list alone", async () => {
    expect((await rowsAfter(timeline, ...aYear)).find(({ type }) => type === 'AnnualListAdopted')).toMatchObject({
      listId,
      projectId: null,
      suggestionId: null,
      sentence: '公布年度清单 2 项（眉府发〔2019〕1号）',
    });
  });
  it('never shows who rated', async () => {
    expect(await rowsAfter(timeline, rated('a'.repeat(32), 1))).toEqual([]);
  });
  it('has a sentence for every other event of a year, none of them with a gap', async () => {
    const rows = await rowsAfter(timeline, ...aYear);
    expect(new Set(rows.map(({ type }) => type))).toEqual(
      new Set(ledgerEvents.types.filter((type) => !withoutSentence.includes(type))),
    );
    expect(rows.filter(({ sentence }) => /undefined|null|\[object|NaN/.test(sentence) || sentence.length < 4)).toEqual(
      [],
    );
    expect(rows).toHaveLength(aYear.length - 5 - registering.length); // four ratings and one changed
  });
  it("holds nothing of a person's words", async () => {
    expect(JSON.stringify(await rowsAfter(timeline, received(lamps)))).not.toContain('sealed');
  });
  it.each([
    ['MonthClosed', '关账：2019-03 绿灯（达到序时进度）'],
    ['LightRecomputed', '2019-06 黄灯（事后补上），此前为红灯'],
    ['SuggestionReferred', '转办：市交警支队'],
    ['SatisfactionScored', '满意度 88.4 分（满意）'],
    ['RectificationOpened', '差评整改立单（非常不满意）'],
    ['OrderClosed', '督办单销号'],
    ['ProjectClosed', '销号归档（2019-实事-1，完成）'],
  ] as const)('says of %s: %s', async (type, sentence) => expect(await sentenceOf(type)).toBe(sentence));
});
