import { z } from 'zod';
import { Commitment } from '../commitment';
import { defineEvent, type EventFrom } from '../define-event';
import { Adoption as FirstAdoption, Commitment as FirstCommitment } from '../first-shapes/commitment';
import { CommitmentBeforeNet } from '../first-shapes/commitment-before-net';
import { rulesBeforeDistricts, withRulesAsToday } from '../first-shapes/read-as-today';
import { RulesBeforeDistricts } from '../first-shapes/rules-before-districts';
import { Rules as FirstRules } from '../first-shapes/rules';
import { ListId, ProjectId, RegionCode, Year } from '../ids';
import { Rules } from '../rules';
import { On, Text, Title } from '../values';
import * as Commands from './selection.commands';

const ofProject = { projectId: ProjectId };
const ofList = { listId: ListId };
const rulesOfVersion = { ...ofList, rulesVersion: z.number().int().min(1) };
const adoptedList = <R extends z.ZodType>(rules: R) =>
  Commands.AdoptAnnualList.schema.extend({
    ...ofList,
    adoptedOn: On,
    body: Title,
    rulesVersion: rulesOfVersion.rulesVersion,
    rules,
    /** In printed order: by votes received, or as government decided. */
    adopted: z.array(ProjectId),
    passedOver: z.array(ProjectId),
  });

const amended = Commands.AmendRules.schema.extend({ ...rulesOfVersion, adopted: z.array(ProjectId) });

export const candidateEvents = [
  defineEvent('CandidateProposed', FirstCommitment.extend(ofProject))
    .evolved(CommitmentBeforeNet.extend(ofProject), (first) => first)
    .evolved(Commitment.extend(ofProject), (second) => second),
  defineEvent('CandidateShelved', Commands.ShelveCandidate.schema.extend(ofProject)),
  defineEvent('CandidateAdopted', FirstAdoption.extend({ ...ofProject, commitment: FirstCommitment }))
    .evolved(
      Commands.AdoptCandidate.schema.extend({
        ...ofProject,
        commitment: CommitmentBeforeNet,
        rules: RulesBeforeDistricts,
      }),
      ({ rules, ...rest }) => ({ ...rest, rules: rulesBeforeDistricts(rules) }),
    )
    .evolved(Commands.AdoptCandidate.schema.extend({ ...ofProject, commitment: Commitment }), withRulesAsToday),
  defineEvent('CandidatePassedOver', z.strictObject(ofProject)),
] as const;
export type CandidateEvent = EventFrom<(typeof candidateEvents)[number]>;

export const annualListEvents = [
  defineEvent(
    'AnnualListOpened',
    Commands.OpenAnnualList.schema.extend({ ...ofList, regionCode: RegionCode, year: Year }),
  ),
  defineEvent('RulesAdopted', z.strictObject({ rules: FirstRules, ...rulesOfVersion }))
    .evolved(z.strictObject({ rules: RulesBeforeDistricts, ...rulesOfVersion }), ({ rules, ...rest }) => ({
      ...rest,
      rules: rulesBeforeDistricts(rules),
    }))
    .evolved(z.strictObject({ rules: Rules, ...rulesOfVersion }), withRulesAsToday),
  /** Another rule set in the middle of the year: `adopted` are the projects it reaches, from the month on. */
  defineEvent('RulesAmended', amended.extend({ rules: RulesBeforeDistricts })).evolved(amended, withRulesAsToday),
  defineEvent('CollectionPeriodSet', z.strictObject({ ...ofList, from: On, to: On, contact: Title })).evolved(
    z.strictObject({ ...ofList, from: On, to: On, contact: Title, reason: Text.optional() }),
    (first) => first,
  ),
  /** `putOn`: nothing is decided before it. */
  defineEvent('CandidatesPutToDecision', Commands.PutToDecision.schema.extend(ofList)).evolved(
    Commands.PutToDecision.schema.extend({ ...ofList, putOn: On.optional() }),
    (first) => first,
  ),
  defineEvent('BallotRecorded', Commands.RecordBallot.schema.extend(ofList)),
  defineEvent('BallotCorrected', Commands.CorrectBallot.schema.extend(ofList)),
  defineEvent('SecondBallotRecorded', Commands.RecordSecondBallot.schema.extend(ofList)),
  defineEvent('SeatsLeftEmpty', Commands.LeaveSeatsEmpty.schema.extend({ ...ofList, seats: z.number().int().min(1) })),
  defineEvent('TieResolved', Commands.ResolveTie.schema.extend(ofList)),
  defineEvent('GovernmentDecided', Commands.DecideByGovernment.schema.extend(ofList)),
  defineEvent('AnnualListAdopted', adoptedList(FirstRules))
    .evolved(adoptedList(RulesBeforeDistricts), ({ rules, ...rest }) => ({
      ...rest,
      rules: rulesBeforeDistricts(rules),
    }))
    .evolved(adoptedList(Rules), withRulesAsToday),
  defineEvent('SittingBallotCounted', z.strictObject({ ...ofList, ballot: Commands.SittingBallot })),
] as const;
export type AnnualListEvent = EventFrom<(typeof annualListEvents)[number]>;
