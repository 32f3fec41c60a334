import { CommandHandler } from '@nestjs/cqrs';
import { DeliveryCommands } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { project } from '../command-handling/addresses';
import { DecidesDelivery } from './decides-delivery';

export class SubmitReport extends addressedTo(project, DeliveryCommands.SubmitReport) {}
@CommandHandler(SubmitReport)
export class SubmitReportHandler extends DecidesDelivery {}
export class CorrectReport extends addressedTo(project, DeliveryCommands.CorrectReport) {}
@CommandHandler(CorrectReport)
export class CorrectReportHandler extends DecidesDelivery {}
export class ReturnReport extends addressedTo(project, DeliveryCommands.ReturnReport) {}
@CommandHandler(ReturnReport)
export class ReturnReportHandler extends DecidesDelivery {}
export class VerifyReport extends addressedTo(project, DeliveryCommands.VerifyReport) {}
@CommandHandler(VerifyReport)
export class VerifyReportHandler extends DecidesDelivery {}
export class CertifyReport extends addressedTo(project, DeliveryCommands.CertifyReport) {}
@CommandHandler(CertifyReport)
export class CertifyReportHandler extends DecidesDelivery {}
export class CloseMonth extends addressedTo(project, DeliveryCommands.CloseMonth) {}
@CommandHandler(CloseMonth)
export class CloseMonthHandler extends DecidesDelivery {}
export class ReopenMonth extends addressedTo(project, DeliveryCommands.ReopenMonth) {}
@CommandHandler(ReopenMonth)
export class ReopenMonthHandler extends DecidesDelivery {}
export class PassDay extends addressedTo(project, DeliveryCommands.PassDay) {}
@CommandHandler(PassDay)
export class PassDayHandler extends DecidesDelivery {}

export const reportsHandlers = {
  SubmitReport: SubmitReportHandler,
  CorrectReport: CorrectReportHandler,
  ReturnReport: ReturnReportHandler,
  VerifyReport: VerifyReportHandler,
  CertifyReport: CertifyReportHandler,
  CloseMonth: CloseMonthHandler,
  ReopenMonth: ReopenMonthHandler,
  PassDay: PassDayHandler,
};
