import { CommandHandler } from '@nestjs/cqrs';
import { deliveryRoutes } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { DecidesDelivery } from './decides-delivery';

export class SubmitReport extends addressedTo(deliveryRoutes.SubmitReport) {}
@CommandHandler(SubmitReport)
export class SubmitReportHandler extends DecidesDelivery {}
export class CorrectReport extends addressedTo(deliveryRoutes.CorrectReport) {}
@CommandHandler(CorrectReport)
export class CorrectReportHandler extends DecidesDelivery {}
export class ReturnReport extends addressedTo(deliveryRoutes.ReturnReport) {}
@CommandHandler(ReturnReport)
export class ReturnReportHandler extends DecidesDelivery {}
export class VerifyReport extends addressedTo(deliveryRoutes.VerifyReport) {}
@CommandHandler(VerifyReport)
export class VerifyReportHandler extends DecidesDelivery {}
export class CertifyReport extends addressedTo(deliveryRoutes.CertifyReport) {}
@CommandHandler(CertifyReport)
export class CertifyReportHandler extends DecidesDelivery {}
export class CloseMonth extends addressedTo(deliveryRoutes.CloseMonth) {}
@CommandHandler(CloseMonth)
export class CloseMonthHandler extends DecidesDelivery {}
export class ReopenMonth extends addressedTo(deliveryRoutes.ReopenMonth) {}
@CommandHandler(ReopenMonth)
export class ReopenMonthHandler extends DecidesDelivery {}
export class PassDay extends addressedTo(deliveryRoutes.PassDay) {}
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
