import { Controller, Get, Module, type Type } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { operationRoutes, routes } from '@minsheng/contracts';
import pino from 'pino';
import { AppModule, type Foundations } from './app.module';
import { createApp } from './create-app';
import { SubmitReport } from './delivery/reports.commands';
import { DeliveryModule } from './delivery/delivery.module';
import { AccessGuard } from './identity/access.guard';
import { Implements } from './identity/access';
import { assertRoutes } from './identity/assert-routes';
import { Rates } from './rates/rates';
import { testedHttp } from './testing/tested-http';

const nothing = new Proxy({}, { get: () => undefined });
const foundations: Foundations = {
  processor: nothing as never,
  readModels: nothing as never,
  vault: nothing as never,
  tokens: nothing as never,
  clock: nothing as never,
  securityLog: nothing as never,
};
const create = () =>
  createApp(foundations, {
    http: testedHttp,
    log: pino({ level: 'silent' }),
    rates: new Rates(testedHttp.limits, (text) => text),
  });

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
  @Implements(operationRoutes.Alive) fine() {
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
  it('is stopped by an address that the contracts do not declare, and names it', async () => {
    await mutated('controllers', OpenController, () =>
      expect(create()).rejects.toThrow('OpenController.forgotten implements no route of the contracts'),
    );
  });
});

describe('the check of the routes', () => {
  it('finds every declared route answered once', () => expect(() => assertRoutes(AppModule)).not.toThrow());
  it('finds what is not declared, also in a module of a module', () => {
    @Module({ imports: [{ module: OpenModule }] })
    class Outer {}
    expect(() => assertRoutes(Outer)).toThrow(/OpenController\.forgotten implements no route/);
  });
  it('finds what is declared and answered by nothing, and what is answered twice', async () => {
    expect(() => assertRoutes(OpenModule)).toThrow(/SubmitReport is answered 0 times/);
    await mutated('controllers', OpenController, async () =>
      expect(() => assertRoutes(AppModule)).toThrow(/Alive is answered 2 times/),
    );
  });
  it.each([
    ['declared nowhere', undefined, undefined],
    ['that was not asked', routes.Alive, undefined],
    ['that is not the one the caller was admitted to', routes.Alive, routes.Board],
  ])('has a second line: the guard refuses a route %s', (_what, implemented, admittedTo) => {
    const guard = new AccessGuard({ get: () => implemented } as never);
    const context = {
      getHandler: () => undefined,
      switchToHttp: () => ({ getRequest: () => ({ headers: {}, admittedTo }) }),
    };
    expect(() => guard.canActivate(context as never)).toThrow(
      expect.objectContaining({ code: 'ROUTE_WITHOUT_POLICY' }),
    );
  });
});
