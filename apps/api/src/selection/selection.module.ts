import { Module } from '@nestjs/common';
import { takesCommands } from '../http/takes-commands';
import { OpenAnnualListHandler } from './open-annual-list.handler';
import { ProposeCandidateHandler } from './propose-candidate.handler';
import { AdoptAnnualListHandler } from './adopt-annual-list.handler';
import { DecideByGovernmentHandler, RecordBallotHandler } from './decide-on-candidates.handler';
import { PutToDecisionHandler } from './put-to-decision.handler';
import { ShelveCandidateHandler } from './shelve-candidate.handler';
import { selectionCommandHandlers } from './selection.commands';
import { SelectionController } from './selection.controller';

const handlers = [
  ...Object.values(selectionCommandHandlers),
  OpenAnnualListHandler,
  ProposeCandidateHandler,
  PutToDecisionHandler,
  ShelveCandidateHandler,
  DecideByGovernmentHandler,
  RecordBallotHandler,
  AdoptAnnualListHandler,
];

@Module({
  controllers: [takesCommands('清单 selection', handlers), SelectionController],
  providers: handlers,
})
export class SelectionModule {}
