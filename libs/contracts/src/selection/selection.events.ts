import { z } from 'zod';
import { Commitment } from '../commitment';
import { defineEvent, type EventFrom } from '../define-event';
import { ListId, ProjectId, RegionCode, Year } from '../ids';
import { Rules } from '../rules';
import { On, Title } from '../values';
import * as Commands from './selection.commands';

const ofProject = { projectId: ProjectId };
const ofList = { listId: ListId };

export const candidateEvents = [
  defineEvent('CandidateProposed', Commitment.extend(ofProject)),
  defineEvent('CandidateShelved', Commands.ShelveCandidate.schema.extend(ofProject)),
  defineEvent('CandidateAdopted', Commands.AdoptCandidate.schema.extend({ ...ofProject, commitment: Commitment })),
  defineEvent('CandidatePassedOver', z.strictObject(ofProject)),
] as const;
export type CandidateEvent = EventFrom<(typeof candidateEvents)[number]>;

export const annualListEvents = [
  defineEvent('AnnualListOpened', Commands.OpenAnnualList.schema.extend({ ...ofList, regionCode: RegionCode, year: Year })),
  defineEvent('RulesAdopted', Commands.AdoptRules.schema.extend({ ...ofList, rules: Rules, rulesVersion: z.number().int().min(1) })),
  defineEvent('CandidatesPutToDecision', Commands.PutToDecision.schema.extend(ofList)),
  defineEvent('BallotRecorded', Commands.RecordBallot.schema.extend(ofList)),
  defineEvent('TieResolved', Commands.ResolveTie.schema.extend(ofList)),
  defineEvent('GovernmentDecided', Commands.DecideByGovernment.schema.extend(ofList)),
  defineEvent('AnnualListAdopted', Commands.AdoptAnnualList.schema.extend({
    ...ofList, adoptedOn: On, body: Title, rulesVersion: z.number().int().min(1), rules: Rules,
    /** In printed order: by votes received, or as government decided. */
    adopted: z.array(ProjectId), passedOver: z.array(ProjectId),
  })),
] as const;
export type AnnualListEvent = EventFrom<(typeof annualListEvents)[number]>;
