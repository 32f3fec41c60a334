import fc from 'fast-check';
import type { AnnualListEvent, CommandOf } from '@minsheng/contracts';
import { Refusal } from '../decider';
import { calendar, commission, listId, project } from '../testing/fixtures';
import { annualListDecider } from './annual-list.decider';
import { adopted, given, opened, putBefore, rulesAdopted } from './annual-list.fixtures';

type Count = CommandOf<'CountSittingBallot'>;
type Ballot = Count['data']['ballot'];
const today = '2021-01-25';
const projects = [1, 2, 3].map(project);
const list = [opened('government', 3), rulesAdopted, putBefore(...projects), adopted(projects, [])];

const ballotOn = (number: number, valid: number, change: Partial<Ballot> = {}): Ballot => ({
  projectId: project(number),
  round: 1,
  body: '宁海县十八届人大五次会议',
  heldOn: '2021-01-22',
  valid,
  ...change,
});
const count = (ballot: Ballot, before?: number): Count => ({
  type: 'CountSittingBallot',
  data: { ballot, ...(before !== undefined && { before }) },
});
const counted = (ballot: Ballot): AnnualListEvent => ({ type: 'SittingBallotCounted', data: { listId, ballot } });
const givenBallots = (...ballots: Ballot[]) => ({
  when: (command: Count) => given(...list, ...ballots.map(counted)).when(command, { today }),
});

describe('the ballots of one sitting', () => {
  it('have the same number of valid ballots: Ninghai printed 122 where nine others had 222', () => {
    givenBallots(ballotOn(2, 222))
      .when(count(ballotOn(3, 222)))
      .then(counted(ballotOn(3, 222)));
    givenBallots(ballotOn(2, 222), ballotOn(3, 222))
      .when(count(ballotOn(1, 122)))
      .thenRefused('SITTING_BALLOTS_DIFFER');
  });
  it('or say why they have not, and the others are still compared with each other', () => {
    const differing = ballotOn(1, 122, { differsBecause: '一百名代表回避。' });
    givenBallots(ballotOn(2, 222)).when(count(differing)).then(counted(differing));
    givenBallots(ballotOn(2, 222), differing)
      .when(count(ballotOn(3, 122)))
      .thenRefused('SITTING_BALLOTS_DIFFER');
  });
  it('are not compared with another body or another day', () => {
    const committee = ballotOn(2, 30, { body: '县人大常委会' });
    const later = ballotOn(3, 218, { heldOn: '2021-01-23' });
    givenBallots(ballotOn(1, 222)).when(count(committee)).then(counted(committee));
    givenBallots(ballotOn(1, 222)).when(count(later)).then(counted(later));
  });
  it('follow a correction, which takes the place of the project’s own', () => {
    givenBallots(ballotOn(1, 122))
      .when(count(ballotOn(1, 222), 122))
      .then(counted(ballotOn(1, 222)));
    givenBallots(ballotOn(1, 122), ballotOn(1, 222))
      .when(count(ballotOn(2, 222)))
      .then(counted(ballotOn(2, 222)));
    givenBallots(ballotOn(1, 222), ballotOn(2, 222))
      .when(count(ballotOn(1, 122), 222))
      .thenRefused('SITTING_BALLOTS_DIFFER');
  });
  it('are counted by one writer at a time: another number on its way is not overtaken', () => {
    givenBallots(ballotOn(1, 222))
      .when(count(ballotOn(1, 122)))
      .thenRefused('BALLOT_BEING_RECORDED');
    givenBallots(ballotOn(1, 221))
      .when(count(ballotOn(1, 220), 222))
      .thenRefused('BALLOT_BEING_RECORDED');
    givenBallots(ballotOn(1, 221))
      .when(count(ballotOn(1, 221), 222))
      .then(counted(ballotOn(1, 221)));
  });
  it('of a later round of evaluation are others', () =>
    givenBallots(ballotOn(1, 222))
      .when(count(ballotOn(1, 30, { round: 2, heldOn: '2021-01-24' })))
      .thenMatches({ type: 'SittingBallotCounted' }));
  it('are not of a day that has not come, nor of no list', () => {
    givenBallots()
      .when(count(ballotOn(1, 222, { heldOn: '2021-01-26' })))
      .thenRefused('DECISION_IN_THE_FUTURE');
    given()
      .when(count(ballotOn(1, 222)), { today })
      .thenRefused('LIST_UNKNOWN');
  });

  const anyCount = fc.record({
    ballot: fc
      .record({
        number: fc.integer({ min: 1, max: 4 }),
        valid: fc.integer({ min: 1, max: 3 }),
        differsBecause: fc.option(fc.constant('回避'), { nil: undefined }),
        heldOn: fc.constantFrom('2021-01-22', '2021-01-23'),
      })
      .map(({ number, valid, ...change }) => ballotOn(number, valid, change)),
    before: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  });
  it('without a reason are equal, whatever is counted and corrected in whatever order', () =>
    fc.assert(
      fc.property(fc.array(anyCount, { maxLength: 30 }), (counts) => {
        const start = list.reduce(annualListDecider.evolve, annualListDecider.initialState);
        const end = counts.reduce((state, { ballot, before }) => {
          try {
            return annualListDecider
              .decide(count(ballot, before), state, { id: listId, by: commission, today, calendar })
              .reduce(annualListDecider.evolve, state);
          } catch (error) {
            if (error instanceof Refusal) return state;
            throw error;
          }
        }, start);
        const ballots = end.status === 'unknown' ? [] : end.sittingBallots;
        for (const day of ['2021-01-22', '2021-01-23']) {
          const numbers = ballots.filter(({ heldOn, differsBecause }) => heldOn === day && !differsBecause);
          expect(new Set(numbers.map(({ valid }) => valid)).size).toBeLessThanOrEqual(1);
        }
        expect(new Set(ballots.map(({ projectId }) => projectId)).size).toBe(ballots.length);
      }),
      { numRuns: 200 },
    ));
});
