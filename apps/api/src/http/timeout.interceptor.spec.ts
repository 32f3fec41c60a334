import type { ExecutionContext } from '@nestjs/common';
import { firstValueFrom, NEVER, of } from 'rxjs';
import { TIMEOUT_MS, TimeoutInterceptor } from './timeout.interceptor';

const answered = (work: typeof NEVER) =>
  firstValueFrom(new TimeoutInterceptor().intercept({} as ExecutionContext, { handle: () => work }));

describe('a request that waits for something silent', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is answered in less than ten seconds that its outcome is not known', async () => {
    const outcome = answered(NEVER).catch((error: { code: string }) => error.code);
    await jest.advanceTimersByTimeAsync(TIMEOUT_MS);
    expect(await outcome).toBe('STORE_UNAVAILABLE');
    expect(TIMEOUT_MS).toBeLessThan(10_000);
  });
  it('is left alone when it is answered', async () => expect(await answered(of('receipt') as never)).toBe('receipt'));
});
