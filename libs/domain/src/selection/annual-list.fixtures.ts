import {
  type AnnualListEvent,
  type CommandData,
  type CommandOf,
  Month,
  type ProjectId,
  RegionCode,
} from '@minsheng/contracts';
import { commission, listId, project, rules } from '../testing/fixtures';
import { specificationOf } from '../testing/specification';
import { withBodies } from './adjustment-bodies';
import { annualListDecider } from './annual-list.decider';

export type Ballot = CommandData<'RecordBallot'>;
export type Tally = Ballot['tallies'][number];

export const { given } = specificationOf(annualListDecider, { id: listId, by: commission, today: '2019-01-20' });

export const open = (mode: 'deputies vote' | 'government', seats: number): CommandOf<'OpenAnnualList'> => ({
  type: 'OpenAnnualList',
  data: { regionName: '眉山市', title: '眉山市2019年民生实事', mode, seats },
});
export const adoptRules: CommandOf<'AdoptRules'> = { type: 'AdoptRules', data: { rules: rules() } };
/** From a month on, under other rules. */
export const amendRules = (
  from: number,
  change: object = { reportDueDay: 25 },
  year = 2019,
): CommandOf<'AmendRules'> => ({
  type: 'AmendRules',
  data: {
    rules: rules(change),
    from: Month.parse(`${year}-${String(from).padStart(2, '0')}`),
    reason: '按常务会议意见修订。',
  },
});
export const putToDecision = (...projectIds: ProjectId[]): CommandOf<'PutToDecision'> => ({
  type: 'PutToDecision',
  data: { projectIds },
});
/** 99 valid ballots; those not in favour are against. */
export const tally = (number: number, inFavour: number, valid = 99): Tally => ({
  projectId: project(number),
  inFavour,
  against: valid - inFavour,
  abstained: 0,
  notVoted: 0,
});
/** 100 deputies, all ballots issued and returned, one void. */
export const ballot = (tallies: Tally[], change: Partial<Ballot> = {}): CommandOf<'RecordBallot'> => ({
  type: 'RecordBallot',
  data: {
    body: '第四届人民代表大会第四次会议',
    heldOn: '2019-01-18',
    deputies: 100,
    issued: 100,
    returned: 100,
    valid: 99,
    tallies,
    ...change,
  },
});
export const resolveTie = (...chosen: ProjectId[]): CommandOf<'ResolveTie'> => ({
  type: 'ResolveTie',
  data: { chosen, how: '就得票相同的候选项目再次投票。' },
});
export const decide = (...projectIds: ProjectId[]): CommandOf<'DecideByGovernment'> => ({
  type: 'DecideByGovernment',
  data: { body: '市人民政府', heldOn: '2019-01-18', documentNo: '眉府发〔2019〕1号', projectIds },
});
export const adopt: CommandOf<'AdoptAnnualList'> = { type: 'AdoptAnnualList', data: { announcementNo: '公告第3号' } };

export const opened = (mode: 'deputies vote' | 'government', seats: number): AnnualListEvent => ({
  type: 'AnnualListOpened',
  data: { listId, regionCode: RegionCode.parse('511400'), year: 2019, ...open(mode, seats).data },
});
export const rulesAdopted: AnnualListEvent = {
  type: 'RulesAdopted',
  data: { listId, rulesVersion: 1, rules: rules() },
};
export const rulesAmended = (from: number, rulesVersion: number, first: ProjectId[]): AnnualListEvent => ({
  type: 'RulesAmended',
  data: {
    listId,
    rulesVersion,
    adopted: first,
    ...amendRules(from).data,
    rules: withBodies(amendRules(from).data.rules, 'government'),
  },
});
export const putBefore = (...projectIds: ProjectId[]): AnnualListEvent => ({
  type: 'CandidatesPutToDecision',
  data: { listId, projectIds },
});
export const balloted = (...tallies: Tally[]): AnnualListEvent => ({
  type: 'BallotRecorded',
  data: { listId, ...ballot(tallies).data },
});
export const tieResolved = (...chosen: ProjectId[]): AnnualListEvent => ({
  type: 'TieResolved',
  data: { listId, ...resolveTie(...chosen).data },
});
export const governmentDecided = (...projectIds: ProjectId[]): AnnualListEvent => ({
  type: 'GovernmentDecided',
  data: { listId, ...decide(...projectIds).data },
});
export const adopted = (first: ProjectId[], passedOver: ProjectId[]): AnnualListEvent => ({
  type: 'AnnualListAdopted',
  data: {
    listId,
    announcementNo: '公告第3号',
    adoptedOn: '2019-01-20',
    body: '市人民政府',
    rulesVersion: 1,
    rules: rules(),
    adopted: first,
    passedOver,
  },
});
