import './jest-global-setup';

/** Stops the server of `jest-global-setup`, when it was that one who started it. */
export default async function stopTestPostgres(): Promise<void> {
  await globalThis.testPostgres?.stop();
  globalThis.testPostgres = undefined;
}
