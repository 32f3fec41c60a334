import type { BodyKind } from '@minsheng/contracts';
import { listId, project, rules } from '../testing/fixtures';
import {
  adopt,
  adoptRules,
  adopted,
  amendRules,
  ballot,
  balloted,
  decide,
  given,
  governmentDecided,
  open,
  opened,
  putBefore,
  putToDecision,
  resolveTie,
  rulesAdopted,
  rulesAmended,
  tally,
  tieResolved,
} from './annual-list.fixtures';

const [first, second, third, fourth] = [1, 2, 3, 4].map(project);
const byVote = [opened('deputies vote', 2), rulesAdopted];
const voting = [...byVote, putBefore(first, second, third)];
const tied = [...voting, balloted(tally(1, 80), tally(2, 60), tally(3, 60))];
const byGovernment = [opened('government', 2), rulesAdopted, putBefore(first, second, third)];
const over = [...byGovernment, governmentDecided(third, first), adopted([third, first], [second])];

const executive: BodyKind[] = ['government executive meeting'];

describe('a list begins', () => {
  it('is opened', () => given().when(open('government', 2)).then(opened('government', 2)));
  it('is opened once', () =>
    given(opened('government', 2)).when(open('government', 2)).thenRefused('LIST_ALREADY_OPENED'));
  it.each([
    adoptRules,
    amendRules(7),
    putToDecision(first),
    ballot([tally(1, 80)]),
    resolveTie(first),
    decide(first),
    adopt,
  ])('knows no $type before that', (command) => given().when(command).thenRefused('LIST_UNKNOWN'));
  it.each([adoptRules, putToDecision(first), ballot([tally(1, 80)]), resolveTie(first), decide(first), adopt])(
    'knows no $type after its adoption',
    (command) =>
      given(...over)
        .when(command)
        .thenRefused('LIST_ALREADY_ADOPTED'),
  );
  it('adopts its rules as version 1, then 2', () => {
    given(opened('government', 2))
      .when(adoptRules)
      .then({ type: 'RulesAdopted', data: { listId, rulesVersion: 1, rules: rules({ adjustmentBodies: executive }) } });
    given(opened('government', 2), rulesAdopted)
      .when(adoptRules)
      .then({ type: 'RulesAdopted', data: { listId, rulesVersion: 2, rules: rules({ adjustmentBodies: executive }) } });
  });
  it('lets those decide on adjustments whom its rules name, else those who decide the list', () => {
    given(opened('deputies vote', 2))
      .when(adoptRules)
      .thenMatches({ data: { rules: { adjustmentBodies: ['congress', 'congress standing committee'] } } });
    const named = { ...adoptRules, data: { rules: rules({ adjustmentBodies: ["chairpersons' meeting"] }) } };
    given(opened('deputies vote', 2))
      .when(named as typeof adoptRules)
      .thenMatches({ data: { rules: { adjustmentBodies: ["chairpersons' meeting"] } } });
  });
});

describe('candidates are put to decision', () => {
  it('in the order given', () =>
    given(...byVote)
      .when(putToDecision(third, first, second))
      .thenMatches(putBefore(third, first, second)));
  it('as many as there are seats (等额)', () =>
    given(...byVote)
      .when(putToDecision(first, second))
      .thenMatches(putBefore(first, second)));
  it('never fewer than the seats', () =>
    given(...byVote)
      .when(putToDecision(first))
      .thenRefused('TOO_FEW_CANDIDATES'));
  it('again, until the decision is recorded', () => {
    given(...voting)
      .when(putToDecision(first, second))
      .thenMatches(putBefore(first, second));
    given(...tied)
      .when(putToDecision(first, second))
      .thenRefused('BALLOT_ALREADY_RECORDED');
    given(...byGovernment, governmentDecided(first, second))
      .when(putToDecision(first, second))
      .thenRefused('BALLOT_ALREADY_RECORDED');
  });
});

describe('the deputies’ ballot', () => {
  const tallies = [tally(1, 80), tally(2, 70), tally(3, 60)];
  it('is recorded as it was counted', () =>
    given(...voting)
      .when(ballot(tallies))
      .then(balloted(...tallies)));
  it('is recorded once', () =>
    given(...tied)
      .when(ballot(tallies))
      .thenRefused('BALLOT_ALREADY_RECORDED'));
  it('waits for the candidates', () =>
    given(...byVote)
      .when(ballot(tallies))
      .thenRefused('NOT_PUT_TO_DECISION'));
  it('is not asked for where government decides', () =>
    given(...byGovernment)
      .when(ballot(tallies))
      .thenRefused('LIST_IS_DECIDED_BY_GOVERNMENT'));
  it.each([
    ['misses one', tallies.slice(0, 2)],
    ['names one that is no candidate', [...tallies.slice(0, 2), tally(4, 60)]],
    ['names one too many', [...tallies, tally(4, 60)]],
    ['counts one twice and misses another', [tally(1, 80), tally(1, 80), tally(2, 70)]],
    ['counts one twice beside all the others', [...tallies, tally(1, 80)]],
  ])('is refused when it %s', (_, wrong) =>
    given(...voting)
      .when(ballot(wrong))
      .thenRefused('BALLOT_MISSES_CANDIDATES'),
  );
  it('does not depend on the order of its tallies', () =>
    given(...voting)
      .when(ballot([...tallies].reverse()))
      .then(balloted(...[...tallies].reverse())));
  it.each([
    ['more issued than there are deputies', { issued: 101 }],
    ['more returned than issued', { issued: 98, returned: 99 }],
    ['more valid than returned', { returned: 98 }],
  ])('is void with %s', (_, change) =>
    given(...voting)
      .when(ballot(tallies, change))
      .thenRefused('MORE_BALLOTS_THAN_ISSUED'),
  );
  it.each([
    ['one ballot too few', { against: 38 }],
    ['one ballot too many', { against: 40 }],
    ['those who did not vote left out', { against: 30, notVoted: 8 }],
  ])('is refused with %s on one project', (_, change) =>
    given(...voting)
      .when(ballot([...tallies.slice(0, 2), { ...tallies[2], ...change }]))
      .thenRefused('BALLOT_SUM_MISMATCH'),
  );
  it('adds up in favour, against, abstained and not voted', () =>
    given(...voting)
      .when(ballot([...tallies.slice(0, 2), { ...tallies[2], inFavour: 60, against: 30, abstained: 5, notVoted: 4 }]))
      .thenMatches({ type: 'BallotRecorded' }));
});

describe('a tie at the cut-off', () => {
  it('blocks the announcement', () =>
    given(...tied)
      .when(adopt)
      .thenRefused('TIE_AT_CUT_OFF'));
  it('is resolved for as many as there are seats left', () =>
    given(...tied)
      .when(resolveTie(third))
      .then(tieResolved(third)));
  it('is not resolved for more', () =>
    given(...tied)
      .when(resolveTie(second, third))
      .thenRefused('WRONG_NUMBER_OF_PROJECTS'));
  it('is not resolved for one that is not tied', () =>
    given(...tied)
      .when(resolveTie(first))
      .thenRefused('WRONG_NUMBER_OF_PROJECTS'));
  it('is not resolved twice', () =>
    given(...tied, tieResolved(third))
      .when(resolveTie(second))
      .thenRefused('NO_SUCH_TIE'));
  it('is not resolved where there is none', () =>
    given(...voting, balloted(tally(1, 80), tally(2, 70), tally(3, 60)))
      .when(resolveTie(third))
      .thenRefused('NO_SUCH_TIE'));
  it('is not resolved before the ballot', () =>
    given(...voting)
      .when(resolveTie(third))
      .thenRefused('DECISION_MISSING'));
  it('of three for two seats is resolved for two different ones', () => {
    const three = [...byVote, putBefore(first, second, third), balloted(tally(1, 60), tally(2, 60), tally(3, 60))];
    given(...three)
      .when(resolveTie(second, second))
      .thenRefused('WRONG_NUMBER_OF_PROJECTS');
    given(...three)
      .when(resolveTie(third, second))
      .then(tieResolved(third, second));
  });
  it('resolved, lets the list be adopted: most votes first, then those chosen', () =>
    given(...tied, tieResolved(third))
      .when(adopt)
      .thenMatches({ type: 'AnnualListAdopted', data: { adopted: [first, third], passedOver: [second] } }));
});

describe('government decides', () => {
  it('on exactly as many as there are seats', () =>
    given(...byGovernment)
      .when(decide(third, first))
      .then(governmentDecided(third, first)));
  it.each([
    ['fewer', [first]],
    ['more', [first, second, third]],
  ])('not on %s', (_, chosen) =>
    given(...byGovernment)
      .when(decide(...chosen))
      .thenRefused('WRONG_NUMBER_OF_PROJECTS'),
  );
  it('only on candidates', () =>
    given(...byGovernment)
      .when(decide(first, fourth))
      .thenRefused('CANDIDATES_NOT_PROPOSED'));
  it('once', () =>
    given(...byGovernment, governmentDecided(third, first))
      .when(decide(first, second))
      .thenRefused('BALLOT_ALREADY_RECORDED'));
  it('after the candidates are put to it', () =>
    given(opened('government', 2), rulesAdopted).when(decide(first, second)).thenRefused('NOT_PUT_TO_DECISION'));
  it('not where the deputies vote', () =>
    given(...voting)
      .when(decide(first, second))
      .thenRefused('LIST_IS_VOTED_BY_DEPUTIES'));
});

describe('the list is adopted', () => {
  it('by government, in the order it decided, under the rules in force', () =>
    given(...byGovernment, governmentDecided(third, first))
      .when(adopt)
      .then(adopted([third, first], [second])));
  it('by the deputies, in the order of votes', () =>
    given(...voting, balloted(tally(1, 60), tally(2, 70), tally(3, 80)))
      .when(adopt, { today: '2019-01-19' })
      .then({
        type: 'AnnualListAdopted',
        data: {
          listId,
          announcementNo: '公告第3号',
          adoptedOn: '2019-01-19',
          body: '第四届人民代表大会第四次会议',
          rulesVersion: 1,
          rules: rules(),
          adopted: [third, second],
          passedOver: [first],
        },
      }));
  it('never without rules', () =>
    given(opened('government', 2), putBefore(first, second), governmentDecided(first, second))
      .when(adopt)
      .thenRefused('RULES_NOT_ADOPTED'));
  it('never without candidates', () =>
    given(...byVote)
      .when(adopt)
      .thenRefused('NOT_PUT_TO_DECISION'));
  it('never without a ballot', () =>
    given(...voting)
      .when(adopt)
      .thenRefused('DECISION_MISSING'));
  it('never without government’s decision', () =>
    given(...byGovernment)
      .when(adopt)
      .thenRefused('DECISION_MISSING'));
});

describe('rules are amended in mid-year', () => {
  const on = (today: string) => ({ today });
  it('once the list is adopted, for every project that was', () =>
    given(...over)
      .when(amendRules(7), on('2019-06-20'))
      .then(rulesAmended(7, 2, [third, first])));
  it('from this month or a later one', () => {
    given(...over)
      .when(amendRules(6), on('2019-06-30'))
      .thenMatches({ type: 'RulesAmended', data: { from: '2019-06' } });
    given(...over)
      .when(amendRules(12), on('2019-06-30'))
      .thenMatches({ type: 'RulesAmended', data: { from: '2019-12' } });
  });
  it('never backwards', () =>
    given(...over)
      .when(amendRules(6), on('2019-07-01'))
      .thenRefused('RULES_REACH_BACK'));
  it.each([2018, 2020])('never for a month of %i, which another list judges', (year) =>
    given(...over)
      .when(amendRules(12, {}, year), on('2018-12-01'))
      .thenRefused('RULES_REACH_BACK'),
  );
  it('as version 2, then 3', () =>
    given(...over, rulesAmended(7, 2, [third, first]))
      .when(amendRules(9), on('2019-08-01'))
      .then(rulesAmended(9, 3, [third, first])));
  it.each([
    ['is open', byVote],
    ['is put to decision', byGovernment],
    ['is decided', [...byGovernment, governmentDecided(third, first)]],
  ])('not while the list %s: then they are adopted', (_, past) =>
    given(...past)
      .when(amendRules(7))
      .thenRefused('LIST_NOT_ADOPTED'),
  );
});
