import { Module, type Type } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { DeliveryCommand } from '@minsheng/contracts';
import { AppointLiaisonHandler } from './appoint-liaison';
import { BoardController } from './board.controller';
import { changeHandlers } from './change.commands';
import { ChangeController } from './change.controller';
import { CloseProjectHandler } from './close-project.handler';
import { commitmentHandlers } from './commitment.commands';
import { CommitmentController } from './commitment.controller';
import { completionHandlers } from './completion.commands';
import { CompletionController } from './completion.controller';
import { LedgerController } from './ledger.controller';
import { LiaisonController } from './liaison.controller';
import { QuestionsController } from './due-work.controller';
import { PassDaysHandler } from './pass-days.handler';
import { reportingHandlers } from './reporting.commands';
import { ReportingController } from './reporting.controller';
import { SubmitMonthController } from './submit-month.controller';
import { SubmitMonthHandler } from './submit-month.handler';
import { supervisionHandlers } from './supervision.commands';
import { SupervisionController } from './supervision.controller';

/** Sent by a handler of its own, or by a policy; the rest must each have a handler here, or this does not compile. */
type ElsewhereHandled =
  'StartDelivery' | 'CloseEvaluatedProject' | 'ChangeRules' | 'RecordLiaison' | 'DecideIssueInMeeting';
const deciding = {
  ...commitmentHandlers,
  ...reportingHandlers,
  ...supervisionHandlers,
  ...changeHandlers,
  ...completionHandlers,
} satisfies Record<Exclude<DeliveryCommand['type'], ElsewhereHandled>, Type<ICommandHandler>>;

@Module({
  controllers: [
    CommitmentController,
    LiaisonController,
    ReportingController,
    SubmitMonthController,
    SupervisionController,
    ChangeController,
    CompletionController,
    BoardController,
    LedgerController,
    QuestionsController,
  ],
  providers: [
    ...Object.values(deciding),
    CloseProjectHandler,
    AppointLiaisonHandler,
    SubmitMonthHandler,
    PassDaysHandler,
  ],
})
export class DeliveryModule {}
