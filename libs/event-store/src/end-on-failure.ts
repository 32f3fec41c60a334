/** What nobody catches ends the process, as Node has it, but is logged as every other error. */
export const endOnFailure = (log: { fatal(facts: { readonly err: unknown }, text: string): void }): void => {
  for (const name of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(name, (err: unknown) => {
      log.fatal({ err }, 'nobody caught it');
      process.exit(1);
    });
};
