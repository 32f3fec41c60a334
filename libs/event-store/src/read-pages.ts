import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventContent, ReadAllOptions } from './event-store';

type Read<Event extends EventContent> = (after: bigint, options: ReadAllOptions) => Promise<readonly Event[]>;

/** The log from a position to another, page by page; while one page is worked on the next is already being read. */
export async function* readPages<Event extends EventContent>(
  read: Read<Event>,
  after: bigint,
  options: ReadAllOptions & { readonly until: bigint },
): AsyncGenerator<readonly Event[]> {
  if (after >= options.until) return;
  let next = read(after, options);
  for (;;) {
    const page = await next;
    const last = page.at(-1);
    const more = last !== undefined && page.length === options.limit && last.position < options.until;
    if (more) {
      next = read(last.position, options);
      next.catch(() => undefined); // told where it is awaited; whoever stops half-way does not ask
      // else the question would leave only after the work on this page, which need not wait for anything
      await nextTurn();
    }
    if (page.length > 0) yield page;
    if (!more) return;
  }
}
