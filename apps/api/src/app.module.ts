import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandProcessor } from '@minsheng/command-handling';
import { Vault } from '@minsheng/vault';
import { Clock } from './command-handling/clock';
import { DeliveryModule } from './delivery/delivery.module';
import { EvaluationModule } from './evaluation/evaluation.module';
import { MeetingModule } from './meeting/meeting.module';
import { HealthController } from './health/health.controller';
import { TimeoutInterceptor } from './http/timeout.interceptor';
import { ProblemFilter } from './http/problem.filter';
import { ProblemsController } from './http/problems.controller';
import { AccessGuard } from './identity/access.guard';
import { Tokens } from './identity/tokens';
import { PublicViewInterceptor } from './reading/public-view.interceptor';
import { ReadModels } from './reading/read-models';
import { WaitForInterceptor } from './reading/wait-for.interceptor';
import { RegisterModule } from './register/register.module';
import type { SecurityLog } from './security-log/security-log';
import { SelectionModule } from './selection/selection.module';
import { SitesModule } from './sites/sites.module';
import { SuggestionModule } from './suggestion/suggestion.module';
import { PersonalDataController } from './identity/personal-data.controller';

/** What the api stands on; opened by `main.ts`, or by a test with an in-memory log. */
export interface Foundations {
  readonly processor: CommandProcessor;
  readonly readModels: ReadModels;
  readonly vault: Vault;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly securityLog: SecurityLog;
}

@Module({
  imports: [
    CqrsModule.forRoot(),
    SuggestionModule,
    SelectionModule,
    DeliveryModule,
    SitesModule,
    MeetingModule,
    EvaluationModule,
    RegisterModule,
  ],
  controllers: [HealthController, ProblemsController, PersonalDataController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: TimeoutInterceptor },
    { provide: APP_INTERCEPTOR, useClass: WaitForInterceptor },
    { provide: APP_INTERCEPTOR, useClass: PublicViewInterceptor },
  ],
})
export class AppModule {
  static on({ processor, readModels, vault, tokens, clock }: Foundations): DynamicModule {
    const values = [
      [CommandProcessor, processor],
      [ReadModels, readModels],
      [Vault, vault],
      [Tokens, tokens],
      [Clock, clock],
    ] as const;
    return {
      module: AppModule,
      global: true,
      providers: values.map(([provide, useValue]) => ({ provide, useValue })),
      exports: values.map(([provide]) => provide),
    };
  }
}
