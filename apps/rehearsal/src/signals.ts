import { setMaxListeners } from 'node:events';

/** The exit code of what Ctrl-C has ended. */
export const INTERRUPTED = 130;

/** Terminal and npm both pass on one Ctrl-C: what follows at once is the same one. */
const SAME_KEYSTROKE = 1_000;

/** Ctrl-C, SIGTERM, a closed terminal: the first asks to stop in order, a later one ends at once. */
export const interruptible = (): { readonly signal: AbortSignal; readonly done: () => void } => {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // every request under way listens
  let since = 0;
  const listener = () => {
    if (!controller.signal.aborted) {
      since = Date.now();
      controller.abort();
    } else if (Date.now() - since > SAME_KEYSTROKE) process.exit(INTERRUPTED);
  };
  const watch = whenAbandoned(listener);
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of names) process.on(name, listener);
  return {
    signal: controller.signal,
    done: () => {
      clearInterval(watch);
      for (const name of names) process.off(name, listener);
    },
  };
};

/** A SIGTERM for npm ends it and the shell between us, but is not passed on: an orphan would run on, unseen. */
const whenAbandoned = (stop: () => void): NodeJS.Timeout | undefined => {
  if (!process.env['npm_lifecycle_event']) return undefined;
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 300).unref();
};
