import { SuggestionId, type SuggestionCommand, type SuggestionEvent } from '@minsheng/contracts';
import { health, healthOfficer, housing, project, transportOfficer } from '../testing/fixtures';
import {
  after,
  answer,
  assign,
  claim,
  giveOpinion,
  given,
  link,
  main,
  mergeInto,
  receive,
  refer,
  register,
  screen,
  suggestionId,
  unmerge,
} from './suggestion.fixtures';

const received = after(receive);
const registered = after(receive, register);
const assigned = after(receive, register, assign);
const referred = after(receive, refer);
const adopted = after(receive, register, screen('candidate'));
const reserved = after(receive, register, screen('reserve pool', '资金未落实。'));
const answered = after(receive, register, screen('candidate'), answer);
const merged = after(receive, register, mergeInto(main));

describe('a suggestion comes in', () => {
  it('is received with its number', () =>
    given()
      .when(receive)
      .then({ type: 'SuggestionReceived', data: { suggestionId, ...receive.data } }));
  it('is refused twice', () =>
    given(...received)
      .when(receive)
      .thenRefused('SUGGESTION_ALREADY_RECEIVED'));
  it.each([register, assign, giveOpinion, refer, mergeInto(main), unmerge, screen('candidate'), link, answer])(
    'an unknown one cannot $type',
    (command) => given().when(command).thenRefused('SUGGESTION_UNKNOWN'),
  );
});

describe('triage', () => {
  it('registers with a public title and a domain', () =>
    given(...received)
      .when(register)
      .then({ type: 'SuggestionRegistered', data: { suggestionId, title: '农村公厕太少', domain: '环境友好' } }));
  it('registers once', () =>
    given(...registered)
      .when(register)
      .thenRefused('SUGGESTION_ALREADY_REGISTERED'));
  it.each([
    ['received', received],
    ['registered', registered],
    ['assigned', assigned],
  ])('refers what is out of scope while it is %s', (_, past) =>
    given(...past)
      .when(refer)
      .then({ type: 'SuggestionReferred', data: { suggestionId, ...refer.data } }),
  );
  it.each([
    ['referred', referred],
    ['screened', adopted],
    ['answered', answered],
  ])('does not refer what is already %s', (_, past) =>
    given(...past)
      .when(refer)
      .thenRefused('SUGGESTION_CLOSED'),
  );
});

describe('assignment and opinion', () => {
  it('asks a department', () =>
    given(...registered)
      .when(assign)
      .then({ type: 'SuggestionAssigned', data: { suggestionId, department: health, dueOn: '2018-12-01' } }));
  it('may ask another one instead', () =>
    given(...assigned)
      .when({ type: 'AssignSuggestion', data: { department: housing, dueOn: '2018-12-01' } })
      .then({ type: 'SuggestionAssigned', data: { suggestionId, department: housing, dueOn: '2018-12-01' } }));
  it('waits for triage', () =>
    given(...received)
      .when(assign)
      .thenRefused('SUGGESTION_NOT_REGISTERED'));
  it.each([
    ['screened', adopted],
    ['answered', answered],
    ['referred', referred],
  ])('does not ask once it is %s', (_, past) =>
    given(...past)
      .when(assign)
      .thenRefused('SUGGESTION_CLOSED'),
  );
  it('hears the department that was asked', () =>
    given(...assigned)
      .when(giveOpinion, { by: healthOfficer })
      .then({
        type: 'OpinionGiven',
        data: { suggestionId, department: health, opinion: '建议列入。', supports: true },
      }));
  it('does not hear another department', () =>
    given(...assigned)
      .when(giveOpinion, { by: transportOfficer })
      .thenRefused('NOT_THE_HANDLING_DEPARTMENT'));
  it('does not hear an actor without a department', () =>
    given(...assigned)
      .when(giveOpinion)
      .thenRefused('NOT_THE_HANDLING_DEPARTMENT'));
  it('hears nobody before anyone was asked', () =>
    given(...registered)
      .when(giveOpinion, { by: healthOfficer })
      .thenRefused('NOT_THE_HANDLING_DEPARTMENT'));
});

describe('screening', () => {
  it.each([
    ['registered', registered],
    ['assigned', assigned],
  ])('makes a candidate of a %s one that meets all four criteria', (_, past) =>
    given(...past)
      .when(screen('candidate'))
      .then({ type: 'SuggestionScreened', data: { suggestionId, ...screen('candidate').data } }),
  );
  it.each(['perceivable', 'doable', 'fundable', 'checkable'] as const)(
    'makes no candidate of what is not %s',
    (criterion) =>
      given(...registered)
        .when(screen('candidate', '仍予列入。', criterion))
        .thenRefused('CRITERIA_NOT_MET'),
  );
  it.each(['not adopted', 'reserve pool'] as const)('needs a reason for “%s”', (outcome) =>
    given(...registered)
      .when(screen(outcome))
      .thenRefused('REASON_MISSING'),
  );
  it.each(['not adopted', 'reserve pool'] as const)('takes “%s” with its reason, whatever the criteria', (outcome) =>
    given(...registered)
      .when(screen(outcome, '资金未落实。', 'fundable'))
      .then({
        type: 'SuggestionScreened',
        data: { suggestionId, ...screen(outcome, '资金未落实。', 'fundable').data },
      }),
  );
  it('waits for triage', () =>
    given(...received)
      .when(screen('candidate'))
      .thenRefused('SUGGESTION_NOT_REGISTERED'));
  it('happens once', () =>
    given(...adopted)
      .when(screen('candidate'))
      .thenRefused('SUGGESTION_CLOSED'));
});

describe('the way to a project and back to the citizen', () => {
  it('is linked to the candidate it became part of', () =>
    given(...adopted)
      .when(link)
      .then({ type: 'SuggestionLinkedToCandidate', data: { suggestionId, projectId: project(7) } }));
  it('is linked from the reserve pool too, and then answered as a candidate', () => {
    given(...reserved)
      .when(link)
      .then({ type: 'SuggestionLinkedToCandidate', data: { suggestionId, projectId: project(7) } });
    given(...after(receive, register, screen('reserve pool', '资金未落实。'), link))
      .when(answer)
      .then({ type: 'SuggestionAnswered', data: { suggestionId, outcome: 'candidate', ...answer.data } });
  });
  it.each([
    ['received', received],
    ['registered', registered],
    ['referred', referred],
    ['answered', answered],
  ])('is linked where it is %s too: the candidate names it', (_, past) =>
    given(...past)
      .when(link)
      .then({ type: 'SuggestionLinkedToCandidate', data: { suggestionId, projectId: project(7) } }),
  );
  it('is linked to every candidate that names it, once to each', () => {
    const second: SuggestionCommand = { type: 'LinkSuggestionToCandidate', data: { projectId: project(8) } };
    const linked = after(receive, register, screen('candidate'), link);
    given(...linked)
      .when(second)
      .then({ type: 'SuggestionLinkedToCandidate', data: { suggestionId, projectId: project(8) } });
    given(...linked)
      .when(link)
      .then();
  });
  it('tells its main suggestion of the candidate where it was merged meanwhile, which is then answered as one', () => {
    given(...merged)
      .when(link)
      .then({
        type: 'SuggestionLinkedToCandidate',
        data: { suggestionId, projectId: project(7), mergedInto: main },
      });
    given(...after(receive, register, link))
      .when(answer)
      .thenMatches({ type: 'SuggestionAnswered', data: { outcome: 'candidate' } });
    given(...after(receive, register, mergeInto(main), link, unmerge))
      .when(screen('not adopted', '不可行。'))
      .thenRefused('SUGGESTION_CLOSED');
  });
  it('is answered with the outcome of the screening', () =>
    given(...reserved)
      .when(answer)
      .then({ type: 'SuggestionAnswered', data: { suggestionId, outcome: 'reserve pool', ...answer.data } }));
  it('is answered after a referral', () =>
    given(...referred)
      .when(answer)
      .then({ type: 'SuggestionAnswered', data: { suggestionId, outcome: 'referred', ...answer.data } }));
  it('is not answered before it was screened', () =>
    given(...assigned)
      .when(answer)
      .thenRefused('SUGGESTION_NOT_SCREENED'));
  it('is answered once', () =>
    given(...answered)
      .when(answer)
      .thenRefused('SUGGESTION_CLOSED'));
});

describe('a person who asks the commission to be forgotten', () => {
  const erase: SuggestionCommand = { type: 'EraseSubmitter', data: {} };
  const erased: SuggestionEvent = { type: 'SubmitterErased', data: { suggestionId } };
  it.each([
    ['received', received],
    ['merged', after(receive, register, mergeInto(main))],
    ['answered', answered],
  ])('is erased where their letter is %s', (_, past) =>
    given(...past)
      .when(erase)
      .then(erased),
  );
  it('is erased once, and the matter goes on', () => {
    given(...registered, erased)
      .when(erase)
      .then();
    given(...registered, erased)
      .when(assign)
      .then({ type: 'SuggestionAssigned', data: { suggestionId, ...assign.data } });
  });
  it.each(['web', 'wechat', 'survey code'] as const)('is not, where they sent it themselves by %s', (channel) =>
    given(...after({ ...receive, data: { ...receive.data, channel } } as SuggestionCommand))
      .when(erase)
      .thenRefused('SUBMITTED_ONLINE'),
  );
  it('is nobody where there is no suggestion', () => given().when(erase).thenRefused('SUGGESTION_UNKNOWN'));
});

describe('a merge', () => {
  it('keeps the number of the merged one', () =>
    given(...registered)
      .when(mergeInto(main))
      .then({ type: 'SuggestionMerged', data: { suggestionId, into: main, claim } }));
  it('is not of one with itself', () =>
    given(...registered)
      .when(mergeInto(suggestionId))
      .thenRefused('NOT_MERGED_INTO_ITSELF'));
  it('stays within a list', () =>
    given(...registered)
      .when(mergeInto(SuggestionId.parse('511400-2020-s000000002')))
      .thenRefused('MERGE_ACROSS_LISTS'));
  it('waits for triage', () =>
    given(...received)
      .when(mergeInto(main))
      .thenRefused('SUGGESTION_NOT_REGISTERED'));
  it.each([
    ['answered', answered],
    ['referred', referred],
  ])('does not take what is already %s', (_, past) =>
    given(...past)
      .when(mergeInto(main))
      .thenRefused('SUGGESTION_CLOSED'),
  );
  it('does not take what a candidate names', () =>
    given(...after(receive, register, screen('candidate'), link))
      .when(mergeInto(main))
      .thenRefused('SUGGESTION_IN_CANDIDATE'));
  it.each([register, assign, giveOpinion, refer, mergeInto(main), screen('candidate'), answer])(
    'leaves $type to the main one',
    (command) =>
      given(...merged)
        .when(command)
        .thenRefused('SUGGESTION_IS_MERGED'),
  );
  it('is undone with a reason, and says from what', () =>
    given(...merged)
      .when(unmerge)
      .then({ type: 'SuggestionUnmerged', data: { suggestionId, from: main, claim, reason: '地点不同。' } }));
  it('is not undone twice', () =>
    given(...after(receive, register, mergeInto(main), unmerge))
      .when(unmerge)
      .thenRefused('SUGGESTION_NOT_MERGED'));
  it('once undone, goes on where it stood', () =>
    given(...after(receive, register, assign, mergeInto(main), unmerge))
      .when(giveOpinion, { by: healthOfficer })
      .thenMatches({ type: 'OpinionGiven', data: { department: health } }));
});
