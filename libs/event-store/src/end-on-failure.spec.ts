import { endOnFailure } from './end-on-failure';

it('what nobody catches is logged as every other error, and ends the process', () => {
  const handlers = new Map<string, (error: unknown) => void>();
  const on = jest.spyOn(process, 'on').mockImplementation((name, handler) => {
    handlers.set(String(name), handler as (error: unknown) => void);
    return process;
  });
  const exit = jest.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
  const fatal = jest.fn();
  endOnFailure({ fatal });
  on.mockRestore();
  const error = new Error('unseen');
  for (const name of ['uncaughtException', 'unhandledRejection']) handlers.get(name)!(error);
  expect(fatal.mock.calls).toEqual([
    [{ err: error }, 'nobody caught it'],
    [{ err: error }, 'nobody caught it'],
  ]);
  expect(exit.mock.calls).toEqual([[1], [1]]);
  exit.mockRestore();
});
