import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute } from '../http/command-route';
import { Command } from '../http/command.param';
import * as Commands from './reports.commands';

@ApiTags('月报 reporting')
@Controller('projects/:projectId')
export class ReportsController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @CommandRoute('reports', Commands.SubmitReport, '报送月报', 'department')
  submitReport(@Command() command: Commands.SubmitReport) {
    return this.bus.execute(command);
  }

  @CommandRoute('report-corrections', Commands.CorrectReport, '关账后更正或补报', 'department')
  correctReport(@Command() command: Commands.CorrectReport) {
    return this.bus.execute(command);
  }

  @CommandRoute('report-returns', Commands.ReturnReport, '退回月报', 'commission')
  returnReport(@Command() command: Commands.ReturnReport) {
    return this.bus.execute(command);
  }

  @CommandRoute('report-verifications', Commands.VerifyReport, '核实月报', 'commission')
  verifyReport(@Command() command: Commands.VerifyReport) {
    return this.bus.execute(command);
  }

  @CommandRoute('report-certifications', Commands.CertifyReport, '统计部门认定盖章', 'statistics')
  certifyReport(@Command() command: Commands.CertifyReport) {
    return this.bus.execute(command);
  }

  @CommandRoute('month-closings', Commands.CloseMonth, '月度关账并亮灯', 'commission')
  closeMonth(@Command() command: Commands.CloseMonth) {
    return this.bus.execute(command);
  }

  @CommandRoute('month-reopenings', Commands.ReopenMonth, '重新开账', 'commission')
  reopenMonth(@Command() command: Commands.ReopenMonth) {
    return this.bus.execute(command);
  }
}
