import { Module, type Type } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { DeliveryCommand } from '@minsheng/contracts';
import { AppointLiaisonHandler } from './appoint-liaison';
import { EraseLiaisonHandler } from './erase-liaison';
import { BoardController } from './board.controller';
import { BulletinController } from './bulletin.controller';
import { changeHandlers } from './change.commands';
import { CloseProjectHandler } from './close-project.handler';
import { promiseHandlers } from './promise.commands';
import { completionHandlers } from './completion.commands';
import { DossierController } from './dossier.controller';
import { DueWorkController } from './due-work.controller';
import { InvestmentController } from './investment.controller';
import { LedgerController } from './ledger.controller';
import { LiaisonController } from './liaison.controller';
import { LightsController } from './lights.controller';
import { MonthlyReportsController } from './monthly-reports.controller';
import { PassDaysHandler } from './pass-days.handler';
import { reportsHandlers } from './reports.commands';
import { SubmitMonthHandler } from './submit-month.handler';
import { supervisionHandlers } from './supervision.commands';
import { takesCommands } from '../http/takes-commands';

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

const promising = [...Object.values(promiseHandlers), AppointLiaisonHandler, EraseLiaisonHandler];
const reporting = [...Object.values(reportsHandlers), SubmitMonthHandler, PassDaysHandler];
const completing = [...Object.values(completionHandlers), CloseProjectHandler];

@Module({
  controllers: [
    takesCommands('责任分解 commitment', promising),
    takesCommands('月报 reporting', reporting),
    takesCommands('督办 supervision', Object.values(supervisionHandlers)),
    takesCommands('调整 change', Object.values(changeHandlers)),
    takesCommands('验收销号 completion', completing),
    LiaisonController,
    MonthlyReportsController,
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
    AppointLiaisonHandler,
    EraseLiaisonHandler,
    SubmitMonthHandler,
    PassDaysHandler,
    CloseProjectHandler,
  ],
})
export class DeliveryModule {}
