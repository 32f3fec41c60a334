import { Controller, Get, Module, type Type } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import pino from 'pino';
import { AppModule, type Foundations } from './app.module';
import { createApp } from './create-app';
import { SubmitReport } from './delivery/reports.commands';
import { DeliveryModule } from './delivery/delivery.module';
import { AccessGuard } from './identity/access.guard';
import { AllowEveryone } from './identity/access';
import { assertEveryRouteHasAPolicy } from './identity/assert-every-route-has-a-policy';

const nothing = new Proxy({}, { get: () => undefined });
const foundations: Foundations = {
  processor: nothing as never,
  readModels: nothing as never,
  vault: nothing as never,
  tokens: nothing as never,
  clock: nothing as never,
  securityLog: nothing as never,
};
const create = () => createApp(foundations, { bodyLimitBytes: 65_536, log: pino({ level: 'silent' }) });

/** Adds to a module what a careless change would, for one test. */
const mutated = async (key: 'providers' | 'controllers', addition: Type, test: () => Promise<void>) => {
  const before: unknown[] = Reflect.getMetadata(key, DeliveryModule);
  Reflect.defineMetadata(key, [...before, addition], DeliveryModule);
  try {
    await test();
  } finally {
    Reflect.defineMetadata(key, before, DeliveryModule);
  }
};

@CommandHandler(SubmitReport)
class AnotherSubmitReportHandler {
  execute() {
    return Promise.resolve();
  }
}

@Controller('open')
class OpenController {
  @Get() @AllowEveryone() fine() {
    return 'fine';
  }
  @Get('forgotten') forgotten() {
    return 'forgotten';
  }
}
@Module({ controllers: [OpenController] })
class OpenModule {}

describe('the start of the api', () => {
  it('goes well as it is', async () => {
    const app = await create();
    await app.init();
    await app.close();
  });
  it('is stopped by two handlers for one command', async () => {
    await mutated('providers', AnotherSubmitReportHandler, async () => {
      const app = await create();
      await expect(app.init()).rejects.toThrow('Command handler [AnotherSubmitReportHandler] is already registered');
    });
  });
  it('is stopped by a route without a policy, which it names', async () => {
    await mutated('controllers', OpenController, () =>
      expect(create()).rejects.toThrow(
        'Routes without a policy (add @Allow or @AllowEveryone): OpenController.forgotten',
      ),
    );
  });
});

describe('the check of the policies', () => {
  it('finds every route of the product with its policy', () =>
    expect(() => assertEveryRouteHasAPolicy(AppModule)).not.toThrow());
  it('finds one without, also in a module of a module, and not those with', () => {
    @Module({ imports: [{ module: OpenModule }] })
    class Outer {}
    expect(() => assertEveryRouteHasAPolicy(Outer)).toThrow(/: OpenController\.forgotten$/);
  });
  it('has a second line: the guard refuses such a route when it is called', async () => {
    const guard = new AccessGuard(
      { get: () => undefined } as never,
      nothing as never,
      nothing as never,
      nothing as never,
    );
    const context = {
      getHandler: () => OpenController.prototype.forgotten,
      switchToHttp: () => ({ getRequest: () => ({ headers: {} }) }),
    };
    await expect(guard.canActivate(context as never)).rejects.toMatchObject({ code: 'ROUTE_WITHOUT_POLICY' });
  });
});
