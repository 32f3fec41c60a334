import { readAllSetAside, type DataSource, type SetAsideEntry } from '@minsheng/read-models';

/** What is set aside, by the name of the read model. */
export type Waiting = ReadonlyMap<string, readonly SetAsideEntry[]>;

/** How old what is known may be, in milliseconds: a row set aside since then reads as one that lags behind. */
const FRESH_MS = 1_000;

/** What the projector has set aside. The table is read once a second at most, however many ask. */
export class KnownSetAside {
  private known?: { readonly since: number; readonly waiting: Promise<Waiting> };

  constructor(private readonly dataSource: DataSource) {}

  get(): Promise<Waiting> {
    return this.known && performance.now() - this.known.since < FRESH_MS ? this.known.waiting : this.refresh();
  }

  /** Asks now: for who has waited until a position, and must see what became of it. */
  refresh(): Promise<Waiting> {
    const known = { since: performance.now(), waiting: readAllSetAside(this.dataSource) };
    this.known = known;
    known.waiting.catch(() => {
      if (this.known === known) this.known = undefined;
    });
    return known.waiting;
  }
}
