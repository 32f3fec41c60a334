import type { AnnualListEvent, CommandOf } from '@minsheng/contracts';
import { commitment, indicator, listId, project } from '../testing/fixtures';
import { assertCollecting } from './collection';
import { evolve, type AnnualList } from './annual-list.state';
import {
  adopt,
  adopted,
  ballot,
  balloted,
  decide,
  given,
  opened,
  putBefore,
  putToDecision,
  rulesAdopted,
  tally,
  type Tally,
} from './annual-list.fixtures';
import {
  assertCandidatesOpen,
  assertDepartmentsAgree,
  assertNotShelved,
  assertNotUnderDecision,
  assertScreened,
  assertTakesCandidates,
} from './what-exists';

const [first, second, third] = [1, 2, 3].map(project);
const voting = [opened('deputies vote', 2), rulesAdopted, putBefore(first, second, third)];
/** One of two seats has a majority of the hundred deputies. */
const short = [...voting, balloted(tally(1, 80), tally(2, 50), tally(3, 49))];
const secondBallot = (...tallies: Tally[]): CommandOf<'RecordSecondBallot'> => ({
  ...ballot(tallies),
  type: 'RecordSecondBallot',
});
const votedAgain = (...tallies: Tally[]): AnnualListEvent => ({
  type: 'SecondBallotRecorded',
  data: { listId, ...ballot(tallies).data },
});
const leaveEmpty: CommandOf<'LeaveSeatsEmpty'> = {
  type: 'LeaveSeatsEmpty',
  data: { body: '市人大主席团', heldOn: '2019-01-18', reason: '其余候选项目未过半数。' },
};
const leftEmpty: AnnualListEvent = { type: 'SeatsLeftEmpty', data: { listId, seats: 1, ...leaveEmpty.data } };
const correction = { reason: '计票录入有误。', documentNo: '眉人办函〔2019〕4号' };
const correct = (...tallies: Tally[]): CommandOf<'CorrectBallot'> => ({
  type: 'CorrectBallot',
  data: { ...ballot(tallies).data, correction },
});

describe('where fewer have a majority than there are seats', () => {
  it('the list is not adopted before somebody says how to go on', () =>
    given(...short)
      .when(adopt)
      .thenRefused('SEATS_NOT_FILLED'));
  it('a second vote on the others fills them', () =>
    given(...short, votedAgain(tally(2, 70), tally(3, 40)))
      .when(adopt)
      .thenMatches({ type: 'AnnualListAdopted', data: { adopted: [first, second], passedOver: [third] } }));
  it('or they stay empty, by whose decision and why', () => {
    given(...short)
      .when(leaveEmpty)
      .then(leftEmpty);
    given(...short, leftEmpty)
      .when(adopt)
      .thenMatches({ type: 'AnnualListAdopted', data: { adopted: [first], passedOver: [second, third] } });
  });
  it('nobody votes again on what is elected, nor where no seat is left', () => {
    given(...short)
      .when(secondBallot(tally(1, 80), tally(2, 70)))
      .thenRefused('BALLOT_MISSES_CANDIDATES');
    given(...voting, balloted(tally(1, 80), tally(2, 70), tally(3, 10)))
      .when(secondBallot(tally(3, 60)))
      .thenRefused('NO_SEATS_LEFT');
    given(...voting, balloted(tally(1, 80), tally(2, 70), tally(3, 10)))
      .when(leaveEmpty)
      .thenRefused('NO_SEATS_LEFT');
  });
  it('a tie of the second vote is voted on once more', () =>
    given(...short, votedAgain(tally(2, 70), tally(3, 70)))
      .when(adopt)
      .thenRefused('TIE_AT_CUT_OFF'));
});

describe('a mistyped vote', () => {
  it('is put right before the announcement, with reason and document', () =>
    given(...short)
      .when(correct(tally(1, 80), tally(2, 60), tally(3, 39)))
      .thenMatches({ type: 'BallotCorrected', data: { correction } }));
  it('takes with it what was decided on it', () =>
    given(...short, leftEmpty, {
      type: 'BallotCorrected',
      data: { listId, ...correct(tally(1, 80), tally(2, 45), tally(3, 39)).data },
    })
      .when(adopt)
      .thenRefused('SEATS_NOT_FILLED'));
  it('is not put right after the announcement', () =>
    given(...short, leftEmpty, adopted([first], [second, third]))
      .when(correct(tally(1, 80), tally(2, 60), tally(3, 39)))
      .thenRefused('LIST_ALREADY_ADOPTED'));
  it('is not put right before it was recorded', () =>
    given(...voting)
      .when(correct(tally(1, 80), tally(2, 60), tally(3, 39)))
      .thenRefused('BALLOT_NOT_RECORDED'));
  it('without a valid ballot is none', () =>
    given(...voting)
      .when(
        ballot(
          [1, 2, 3].map((number) => tally(number, 0, 0)),
          { issued: 0, returned: 0, valid: 0 },
        ),
      )
      .thenRefused('EMPTY_BALLOT'));
});

it.each([
  ['a vote', ballot([tally(1, 80), tally(2, 60), tally(3, 39)], { heldOn: '2019-01-21' }), voting],
  [
    'a second vote',
    { ...secondBallot(tally(2, 70)), data: { ...secondBallot(tally(2, 70)).data, heldOn: '2019-01-21' } },
    short,
  ],
  ['leaving seats empty', { ...leaveEmpty, data: { ...leaveEmpty.data, heldOn: '2031-01-18' } }, short],
  [
    'a decision of government',
    { ...decide(first, second), data: { ...decide(first, second).data, heldOn: '2019-01-21' } },
    [opened('government', 2), rulesAdopted, putBefore(first, second)],
  ],
] as const)('%s of a day that has not come is not recorded', (_, command, history) =>
  given(...history)
    .when(command)
    .thenRefused('DECISION_IN_THE_FUTURE'),
);

describe('a list is decided about what exists', () => {
  const listOfEvents = (...events: AnnualListEvent[]) =>
    events.reduce(evolve, { status: 'unknown' } satisfies AnnualList as AnnualList);
  it('decides on no candidate that was shelved', () =>
    expect(() => assertNotShelved({ status: 'shelved' })).toThrow('CANDIDATE_SHELVED'));
  it('takes no candidate after its adoption', () =>
    expect(() => assertTakesCandidates(listOfEvents(...short, leftEmpty, adopted([first], [second, third])))).toThrow(
      'LIST_ALREADY_ADOPTED',
    ));
  it('writes a department in one way in all its candidates', () => {
    const of = (lead: string) => ({ status: 'proposed', commitment: commitment(indicator({ lead })) }) as const;
    assertDepartmentsAgree([of('市AB局'), of('市AB局'), of('市卫健委'), { status: 'passed over' }]);
    expect(() => assertDepartmentsAgree([of('市AB局'), of('市卫健委'), of('市ＡＢ局')])).toThrow(
      'NAME_DIFFERS_BY_WIDTH',
    );
  });
  it('screens no candidate after its adoption', () => {
    assertCandidatesOpen(listOfEvents(...voting));
    expect(() => assertCandidatesOpen(listOfEvents(...short, leftEmpty, adopted([first], [second, third])))).toThrow(
      'LIST_TAKES_NO_CANDIDATES',
    );
  });
  it('does not shelve what is put to decision, and does once it was left out', () => {
    expect(() => assertNotUnderDecision(listOfEvents(...voting), third)).toThrow('CANDIDATE_UNDER_DECISION');
    assertNotUnderDecision(listOfEvents(...voting, putBefore(first, second)), third);
    given(...voting)
      .when(putToDecision(first, second))
      .thenMatches(putBefore(first, second));
  });
  it.each([
    ['511400-2019-s000000001', { status: 'unknown' }, 'SUGGESTION_NO_CANDIDATE'],
    ['511400-2019-s000000001', { status: 'screened', outcome: 'not adopted' }, 'SUGGESTION_NO_CANDIDATE'],
    ['511400-2019-s000000001', { status: 'merged' }, 'SUGGESTION_MERGED_BEFORE'],
  ])('a candidate names no suggestion %s that is %j', (id, state, code) =>
    expect(() => assertScreened(id as never, state)).toThrow(code),
  );
});

describe('a list collects suggestions', () => {
  const collecting = (...more: AnnualListEvent[]) =>
    [opened('government', 2), ...more].reduce(evolve, { status: 'unknown' } satisfies AnnualList as AnnualList);
  const period: AnnualListEvent = {
    type: 'CollectionPeriodSet',
    data: { listId, from: '2018-09-01', to: '2018-10-31', contact: '市发展改革委' },
  };
  it.each(['2018-09-01', '2018-10-31'])('within its period, on %s too', (day) =>
    expect(() => assertCollecting(collecting(period), day)).not.toThrow(),
  );
  it.each(['2018-08-31', '2018-11-01'])('and not outside of it, on %s', (day) =>
    expect(() => assertCollecting(collecting(period), day)).toThrow('COLLECTION_CLOSED'),
  );
  it('without a period until it is adopted', () => {
    assertCollecting(collecting(), '2018-12-31');
    const over = collecting(rulesAdopted, putBefore(first, second), adopted([first, second], []));
    expect(() => assertCollecting(over, '2019-02-01')).toThrow('LIST_COLLECTS_NO_MORE');
  });
  it('within a period that reaches past the adoption until then', () => {
    const long: AnnualListEvent = { ...period, data: { ...period.data, to: '2019-12-31' } } as AnnualListEvent;
    const over = collecting(long, rulesAdopted, putBefore(first, second), adopted([first, second], []));
    assertCollecting(over, '2018-12-31');
    expect(() => assertCollecting(over, '2019-02-01')).toThrow('LIST_COLLECTS_NO_MORE');
  });
  const setPeriod = (from: string, to: string, reason?: string): CommandOf<'SetCollectionPeriod'> => ({
    type: 'SetCollectionPeriod',
    data: { from, to, contact: '市发展改革委', ...(reason && { reason }) },
  });
  it.each([
    ['2017-12-31', '2018-10-31'],
    ['2001-01-01', '2001-02-01'],
    ['2018-09-01', '2020-01-01'],
    ['2090-01-01', '2090-02-01'],
  ])('in its own year or the one before, not from %s to %s', (from, to) =>
    given(opened('government', 2)).when(setPeriod(from, to)).thenRefused('COLLECTION_OUT_OF_YEAR'),
  );
  it('and cuts an announced period back with a reason only; longer it becomes without one', () => {
    const today = '2018-10-01';
    given(opened('government', 2), period)
      .when(setPeriod('2018-09-01', '2018-10-15'), { today })
      .thenRefused('COLLECTION_CUT_BACK');
    given(opened('government', 2), period)
      .when(setPeriod('2018-09-01', '2018-10-15', '提前召开常务会议。'), { today })
      .thenMatches({ type: 'CollectionPeriodSet', data: { to: '2018-10-15', reason: '提前召开常务会议。' } });
    for (const [to, day] of [
      ['2018-11-15', today],
      ['2018-10-15', '2018-08-01'],
    ] as const)
      given(opened('government', 2), period)
        .when(setPeriod('2018-09-01', to), { today: day })
        .thenMatches({ type: 'CollectionPeriodSet' });
  });
});

describe('a decision', () => {
  const put = (day: string): AnnualListEvent => ({
    type: 'CandidatesPutToDecision',
    data: { listId, projectIds: [first, second, third], putOn: day },
  });
  const votingSince = (day: string) => [opened('deputies vote', 2), rulesAdopted, put(day)];
  const byGovernment = (day: string) => [opened('government', 2), rulesAdopted, put(day)];
  const tallies = [tally(1, 80), tally(2, 50), tally(3, 49)];
  it('is not of a day before the candidates were put to it', () => {
    given(...votingSince('2019-01-19'))
      .when(ballot(tallies))
      .thenRefused('DECISION_BEFORE_ITS_TIME');
    given(...votingSince('2019-01-19'), balloted(...tallies))
      .when({ type: 'CorrectBallot', data: { ...ballot(tallies).data, correction: { reason: '误', documentNo: '1' } } })
      .thenRefused('DECISION_BEFORE_ITS_TIME');
    given(...byGovernment('2019-01-19'))
      .when(decide(first, second))
      .thenRefused('DECISION_BEFORE_ITS_TIME');
  });
  it('may be of that day', () => {
    given(...votingSince('2019-01-18'))
      .when(ballot(tallies))
      .thenMatches({ type: 'BallotRecorded' });
    given(...byGovernment('2019-01-18'))
      .when(decide(first, second))
      .thenMatches({ type: 'GovernmentDecided' });
  });
  it('about seats that are left is not of a day before the vote', () => {
    const again = ballot([tally(2, 60), tally(3, 30)], { heldOn: '2019-01-17' });
    given(...short)
      .when({ ...again, type: 'RecordSecondBallot' })
      .thenRefused('DECISION_BEFORE_ITS_TIME');
    given(...short)
      .when({ type: 'LeaveSeatsEmpty', data: { body: '主席团', heldOn: '2019-01-17', reason: '未过半数' } })
      .thenRefused('DECISION_BEFORE_ITS_TIME');
  });
});
