import { Module } from '@nestjs/common';
import { evaluationCommandHandlers } from './evaluation.commands';
import { EvaluationController } from './evaluation.controller';
import { RateProjectHandler } from './rate-project.handler';
import {
  CorrectSatisfactionBallotHandler,
  RecordSatisfactionBallotHandler,
  SatisfactionBallots,
} from './satisfaction-ballot.handlers';
import { ScoreSatisfactionHandler } from './score-satisfaction.handler';

@Module({
  controllers: [EvaluationController],
  providers: [
    ...Object.values(evaluationCommandHandlers),
    RateProjectHandler,
    ScoreSatisfactionHandler,
    SatisfactionBallots,
    RecordSatisfactionBallotHandler,
    CorrectSatisfactionBallotHandler,
  ],
})
export class EvaluationModule {}
