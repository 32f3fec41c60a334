import {
  closed,
  corrected,
  delivered,
  delivering,
  gardens,
  type GivenEvent,
  light,
  recomputed,
  rowAfter,
  rowsAfter,
  submitted,
  verified,
  works,
} from '../testing';
import { lights } from './light.projection';

const june = { period: '2019-06', colour: 'red', why: 'behind the line' };
const caughtUp = { period: '2019-06', colour: 'yellow', why: 'caught up later' };
const late: readonly GivenEvent[] = [
  closed(june),
  corrected('2019-03', '4', 3),
  verified('2019-03', '4', 3),
  recomputed('red', caughtUp),
];

describe('the light of a month', () => {
  it('begins as it was published', async () => {
    expect(await rowAfter(lights, closed({}))).toEqual({
      lightId: `${gardens} 2019-03`,
      projectId: gardens,
      listId: '511400-2019',
      regionCode: '511400',
      period: '2019-03',
      published: light(),
      now: light(),
      override: null,
      shown: 'green',
      reopened: false,
      closing: null,
      withdrawn: null,
      lateProof: null,
      history: [{ position: '1', on: '2019-01-02', what: 'closed', colour: 'green', why: 'on the line' }],
    });
  });
  it('keeps what was published beside each recomputation, and names the report that caused it', async () => {
    const row = await rowAfter(lights, ...late);
    expect(row).toMatchObject({ published: june, now: caughtUp, shown: 'yellow' });
    expect(row.history).toMatchObject([
      { what: 'closed', colour: 'red' },
      {
        what: 'recomputed',
        colour: 'yellow',
        why: 'caught up later',
        cause: { period: '2019-03', department: works, version: 3, position: '3' },
      },
    ]);
  });
  it('is not touched by a report for a later month', async () => {
    expect(
      (await rowAfter(lights, closed({}), submitted('2019-04', '4'), verified('2019-04', '4'))).lateProof,
    ).toBeNull();
  });
  it('shows the colour set by hand while it is in force; a recomputation meanwhile does not show', async () => {
    const set = delivered('LightOverridden', {
      period: '2019-06',
      colour: 'green',
      decidedBy: '市长',
      reason: '暴雨',
      until: '2019-07-31',
    });
    const ended = delivered('OverrideEnded', { period: '2019-06', reason: '到期' });
    expect(await rowAfter(lights, closed(june), set, recomputed('red', caughtUp))).toMatchObject({
      shown: 'green',
      now: { colour: 'yellow' },
      override: { colour: 'green', decidedBy: '市长' },
    });
    expect(await rowAfter(lights, closed(june), set, recomputed('red', caughtUp), ended)).toMatchObject({
      shown: 'yellow',
      override: null,
      history: [{}, { what: 'overridden', reason: '暴雨' }, {}, { what: 'override ended' }],
    });
  });
  it('stands open again between reopening and the second closing; its publication stays', async () => {
    const reopened = delivered('MonthReopened', { period: '2019-06', reason: '口径有误' });
    expect(await rowAfter(lights, closed(june), reopened)).toMatchObject({ reopened: true, shown: 'red' });
    expect(
      await rowAfter(lights, closed(june), reopened, delivered('MonthClosedAgain', { light: light(caughtUp) })),
    ).toMatchObject({
      reopened: false,
      published: june,
      shown: 'yellow',
      history: [{}, { what: 'reopened' }, { what: 'closed again' }],
    });
  });
  it('has a row per closed month and none before', async () => {
    expect((await rowsAfter(lights, ...delivering)).map(({ period }) => period)).toEqual([
      '2019-03',
      '2019-06',
      '2019-07',
    ]);
    expect(await rowsAfter(lights, submitted('2019-03', '3'), verified('2019-03', '3'))).toEqual([]);
  });
});

describe('a light published by mistake', () => {
  const closing = {
    gap: { months: ['2019-05'], reason: '另行关账' },
    forced: { reason: '月度通报提前', over: ['month not over'] },
  };
  const withdrawn: readonly GivenEvent[] = [
    closed(june, closing),
    delivered('MonthReopened', { period: '2019-06', reason: '月未终了误关账' }),
    delivered('LightWithdrawn', { period: '2019-06', reason: '月未终了误关账' }),
  ];
  it('says by what force it was closed', async () =>
    expect(await rowAfter(lights, withdrawn[0])).toMatchObject({ closing, history: [{ what: 'closed', closing }] }));
  it('shows no colour once it is withdrawn, and stays in the history with the reason', async () =>
    expect(await rowAfter(lights, ...withdrawn)).toMatchObject({
      published: june,
      shown: null,
      withdrawn: { on: '2019-01-02', reason: '月未终了误关账' },
      history: [
        { what: 'closed', colour: 'red' },
        { what: 'reopened' },
        { what: 'withdrawn', reason: '月未终了误关账' },
      ],
    }));
  it('is followed by the next closing, which is published instead', async () => {
    const again = light({ period: '2019-06' });
    const row = await rowAfter(lights, ...withdrawn, delivered('MonthClosedAgain', { light: again }));
    expect(row).toMatchObject({ published: again, now: again, shown: 'green', closing: null, withdrawn: null });
    expect(row.history.map(({ what }) => what)).toEqual(['closed', 'reopened', 'withdrawn', 'closed again']);
  });
});
