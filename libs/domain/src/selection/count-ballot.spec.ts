import fc from 'fast-check';
import { listId, project } from '../testing/fixtures';
import { ballot, tally, type Tally } from './annual-list.fixtures';
import { countBallot } from './count-ballot';

const count = (deputies: number, tallies: Tally[], seats: number) =>
  countBallot({ listId, ...ballot(tallies, { deputies, valid: deputies }).data }, seats);
/** Votes in favour of project 1, 2, 3 … among 100 deputies. */
const of100 = (seats: number, ...votes: number[]) =>
  count(
    100,
    votes.map((inFavour, index) => tally(index + 1, inFavour, 100)),
    seats,
  );
const projects = (...numbers: number[]) => numbers.map(project);

describe('counting a ballot', () => {
  it('elects those with most votes, most first', () =>
    expect(of100(2, 60, 80, 70)).toEqual({ elected: projects(2, 3), tied: [], seatsLeft: 0 }));
  it('elects nobody at exactly half of all deputies', () =>
    expect(of100(2, 50, 51)).toEqual({ elected: projects(2), tied: [], seatsLeft: 0 }));
  it('needs 51 of 101 deputies', () =>
    expect(count(101, [tally(1, 50, 101), tally(2, 51, 101)], 2).elected).toEqual(projects(2)));
  it('takes all deputies as the base, not the valid ballots', () => {
    const { elected } = countBallot(
      { listId, ...ballot([tally(1, 49, 60), tally(2, 51, 60)], { issued: 60, returned: 60, valid: 60 }).data },
      2,
    );
    expect(elected).toEqual(projects(2));
  });
  it('leaves a tie above the cut-off alone', () =>
    expect(of100(2, 80, 80, 60)).toEqual({ elected: projects(1, 2), tied: [], seatsLeft: 0 }));
  it('leaves a tie below the cut-off alone', () =>
    expect(of100(1, 80, 60, 60)).toEqual({ elected: projects(1), tied: [], seatsLeft: 0 }));
  it('elects none of those tied across the cut-off', () =>
    expect(of100(3, 80, 60, 60, 60)).toEqual({ elected: projects(1), tied: projects(2, 3, 4), seatsLeft: 2 }));
  it('knows no tie where the seats suffice for all', () =>
    expect(of100(3, 60, 60, 60)).toEqual({ elected: projects(1, 2, 3), tied: [], seatsLeft: 0 }));
  it('knows no tie among those without the majority', () =>
    expect(of100(2, 80, 50, 50)).toEqual({ elected: projects(1), tied: [], seatsLeft: 0 }));

  const anyBallot = fc
    .record({
      deputies: fc.integer({ min: 1, max: 12 }),
      seats: fc.integer({ min: 1, max: 6 }),
      votes: fc.array(fc.nat(12), { minLength: 1, maxLength: 9 }),
    })
    .map(({ deputies, seats, votes }) => ({
      deputies,
      seats,
      tallies: votes.map((inFavour, index) => tally(index + 1, Math.min(inFavour, deputies), deputies)),
    }));
  const votesOf = (tallies: Tally[], projectId: string) =>
    tallies.find((tally) => tally.projectId === projectId)!.inFavour;

  it('never elects more than there are seats, nor anybody at or below half of all deputies', () =>
    fc.assert(
      fc.property(anyBallot, ({ deputies, seats, tallies }) => {
        const { elected, tied, seatsLeft } = count(deputies, tallies, seats);
        expect(elected.length + seatsLeft).toBeLessThanOrEqual(seats);
        for (const projectId of [...elected, ...tied])
          expect(votesOf(tallies, projectId)).toBeGreaterThan(deputies / 2);
        expect(tied.length > 0 ? seatsLeft > 0 && seatsLeft < tied.length : seatsLeft === 0).toBe(true);
      }),
      { numRuns: 200 },
    ));

  it('never passes over a project with more votes than one elected or tied', () =>
    fc.assert(
      fc.property(anyBallot, ({ deputies, seats, tallies }) => {
        const { elected, tied } = count(deputies, tallies, seats);
        const chosen = [...elected, ...tied];
        const lowest = Math.min(...chosen.map((projectId) => votesOf(tallies, projectId)));
        for (const { projectId, inFavour } of tallies)
          if (!chosen.includes(projectId) && inFavour > deputies / 2) expect(inFavour).toBeLessThan(lowest);
      }),
      { numRuns: 200 },
    ));

  it('does not depend on the order of the tallies', () =>
    fc.assert(
      fc.property(
        anyBallot.chain((projectId) =>
          fc
            .shuffledSubarray(projectId.tallies, { minLength: projectId.tallies.length })
            .map((shuffled) => ({ ...projectId, shuffled })),
        ),
        ({ deputies, seats, tallies, shuffled }) => {
          const [first, other] = [count(deputies, tallies, seats), count(deputies, shuffled, seats)];
          expect(new Set(other.elected)).toEqual(new Set(first.elected));
          expect(new Set(other.tied)).toEqual(new Set(first.tied));
          expect(other.seatsLeft).toBe(first.seatsLeft);
        },
      ),
      { numRuns: 200 },
    ));
});
