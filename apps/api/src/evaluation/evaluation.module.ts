import { Module } from '@nestjs/common';
import { takesCommands } from '../http/takes-commands';
import { evaluationCommandHandlers } from './evaluation.commands';
import { EvaluationController } from './evaluation.controller';
import { RateProjectHandler } from './rate-project.handler';
import {
  CorrectSatisfactionBallotHandler,
  RecordSatisfactionBallotHandler,
  SatisfactionBallots,
} from './satisfaction-ballot.handlers';
import { ScoreSatisfactionHandler } from './score-satisfaction.handler';

const handlers = [
  ...Object.values(evaluationCommandHandlers),
  RateProjectHandler,
  ScoreSatisfactionHandler,
  RecordSatisfactionBallotHandler,
  CorrectSatisfactionBallotHandler,
];

@Module({
  controllers: [takesCommands('评价 evaluation', handlers), EvaluationController],
  providers: [...handlers, SatisfactionBallots],
})
export class EvaluationModule {}
