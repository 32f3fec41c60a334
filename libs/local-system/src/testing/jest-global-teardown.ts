import './jest-global-setup';

/** Stops the server of `jest-global-setup`, if that started it. */
export default async function stopTestPostgres(): Promise<void> {
  await globalThis.testPostgres?.stop();
  globalThis.testPostgres = undefined;
}
