import type { CandidateCommand, CandidateEvent } from '@minsheng/contracts';
import { commission, commitment, project, rules } from '../testing/fixtures';
import { specificationOf } from '../testing/specification';
import { candidateDecider } from './candidate.decider';

const projectId = project(7);
const { given } = specificationOf(candidateDecider, { id: projectId, by: commission, today: '2019-01-10' });

const promise = commitment();
const propose: CandidateCommand = { type: 'ProposeCandidate', data: promise };
const shelve: CandidateCommand = { type: 'ShelveCandidate', data: { reason: '用地手续未办结。' } };
const adopt: CandidateCommand = { type: 'AdoptCandidate', data: { no: 7, rulesVersion: 2, rules: rules() } };
const passOver: CandidateCommand = { type: 'PassOverCandidate', data: {} };
const proposed: CandidateEvent = { type: 'CandidateProposed', data: { projectId, ...promise } };
const shelved: CandidateEvent = { type: 'CandidateShelved', data: { projectId, reason: '用地手续未办结。' } };
const adopted: CandidateEvent = { type: 'CandidateAdopted', data: { projectId, no: 7, rulesVersion: 2, rules: rules(), commitment: promise } };
const passedOver: CandidateEvent = { type: 'CandidatePassedOver', data: { projectId } };

describe('a candidate', () => {
  it('is proposed with its whole commitment', () => given().when(propose).then(proposed));
  it('is proposed once', () => given(proposed).when(propose).thenRefused('CANDIDATE_ALREADY_PROPOSED'));
  it('is shelved with a reason', () => given(proposed).when(shelve).then(shelved));
  it('is adopted with the very commitment that was proposed', () => given(proposed).when(adopt).then(adopted));
  it('is passed over when the list is adopted without it', () => given(proposed).when(passOver).then(passedOver));
  it.each([shelve, adopt, passOver])('is not known before it is proposed: $type', (command) => given().when(command).thenRefused('CANDIDATE_UNKNOWN'));

  const decided = [shelved, adopted, passedOver].flatMap((event) => [shelve, adopt, passOver].map((command) => ({ event, command, past: event.type, asked: command.type })));
  it.each(decided)('after $past is not asked to $asked again', ({ event, command }) => given(proposed, event).when(command).thenRefused('CANDIDATE_ALREADY_DECIDED'));
  it.each([shelved, adopted, passedOver])('after $type is not proposed again', (event) => given(proposed, event).when(propose).thenRefused('CANDIDATE_ALREADY_PROPOSED'));
});
