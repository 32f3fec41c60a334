import { Module, type Type } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { DeliveryCommand } from '@minsheng/contracts';
import { AppointLiaisonHandler } from './appoint-liaison';
import { EraseLiaisonHandler } from './erase-liaison';
import { BoardController } from './board.controller';
import { BulletinController } from './bulletin.controller';
import { changeHandlers } from './change.commands';
import { ChangeController } from './change.controller';
import { CloseProjectHandler } from './close-project.handler';
import { promiseHandlers } from './promise.commands';
import { PromiseController } from './promise.controller';
import { completionHandlers } from './completion.commands';
import { CompletionController } from './completion.controller';
import { DaysController } from './days.controller';
import { DossierController } from './dossier.controller';
import { DueWorkController } from './due-work.controller';
import { InvestmentController } from './investment.controller';
import { LedgerController } from './ledger.controller';
import { LiaisonController } from './liaison.controller';
import { LightsController } from './lights.controller';
import { MonthlyReportsController } from './monthly-reports.controller';
import { PassDaysHandler } from './pass-days.handler';
import { reportsHandlers } from './reports.commands';
import { ReportsController } from './reports.controller';
import { SubmitMonthHandler } from './submit-month.handler';
import { supervisionHandlers } from './supervision.commands';
import { SupervisionController } from './supervision.controller';

/** Sent by a handler of its own, or by a policy; the rest must each have a handler here, or this does not compile. */
type ElsewhereHandled =
  'StartDelivery' | 'CloseEvaluatedProject' | 'ChangeRules' | 'RecordLiaison' | 'EraseLiaison' | 'DecideIssueInMeeting';
const deciding = {
  ...promiseHandlers,
  ...reportsHandlers,
  ...supervisionHandlers,
  ...changeHandlers,
  ...completionHandlers,
} satisfies Record<Exclude<DeliveryCommand['type'], ElsewhereHandled>, Type<ICommandHandler>>;

@Module({
  controllers: [
    PromiseController,
    LiaisonController,
    ReportsController,
    MonthlyReportsController,
    DaysController,
    SupervisionController,
    ChangeController,
    CompletionController,
    BoardController,
    DossierController,
    LightsController,
    LedgerController,
    InvestmentController,
    BulletinController,
    DueWorkController,
  ],
  providers: [
    ...Object.values(deciding),
    CloseProjectHandler,
    AppointLiaisonHandler,
    EraseLiaisonHandler,
    SubmitMonthHandler,
    PassDaysHandler,
  ],
})
export class DeliveryModule {}
