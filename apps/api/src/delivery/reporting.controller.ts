import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Accepts } from '../http/accepts';
import { Asked } from '../http/asked';
import * as Commands from './reporting.commands';

@ApiTags('月报 reporting')
@Controller('projects/:projectId')
export class ReportingController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @Accepts('reports', Commands.SubmitReport, '报送月报', 'department')
  submitReport(@Asked() command: Commands.SubmitReport) {
    return this.bus.execute(command);
  }

  @Accepts('report-corrections', Commands.CorrectReport, '关账后更正或补报', 'department')
  correctReport(@Asked() command: Commands.CorrectReport) {
    return this.bus.execute(command);
  }

  @Accepts('report-returns', Commands.ReturnReport, '退回月报', 'commission')
  returnReport(@Asked() command: Commands.ReturnReport) {
    return this.bus.execute(command);
  }

  @Accepts('report-verifications', Commands.VerifyReport, '核实月报', 'commission')
  verifyReport(@Asked() command: Commands.VerifyReport) {
    return this.bus.execute(command);
  }

  @Accepts('report-certifications', Commands.CertifyReport, '统计部门认定盖章', 'statistics')
  certifyReport(@Asked() command: Commands.CertifyReport) {
    return this.bus.execute(command);
  }

  @Accepts('month-closings', Commands.CloseMonth, '月度关账并亮灯', 'commission')
  closeMonth(@Asked() command: Commands.CloseMonth) {
    return this.bus.execute(command);
  }

  @Accepts('month-reopenings', Commands.ReopenMonth, '重新开账', 'commission')
  reopenMonth(@Asked() command: Commands.ReopenMonth) {
    return this.bus.execute(command);
  }

  @Accepts('days', Commands.PassDay, '按业务日期办理到期事项', 'commission')
  passDay(@Asked() command: Commands.PassDay) {
    return this.bus.execute(command);
  }
}
