import type { EventStore } from '@minsheng/event-store';
import {
  foldedAgain,
  readSetAside,
  replaceSetAside,
  TableRows,
  type AnyProjection,
  type DataSource,
  type EntityManager,
  type SetAsideEntry,
} from '@minsheng/read-models';

/** What a retry came to. */
export interface Retried {
  readonly healed: number;
  /** What still has to wait, and why. */
  readonly still: readonly SetAsideEntry[];
}

/** Puts right what waits, as far as a position; answers what still has to wait. */
export type Heal = (
  manager: EntityManager,
  waiting: readonly SetAsideEntry[],
  until: bigint,
) => Promise<readonly SetAsideEntry[]>;

/**
 * Heals what one checkpoint has set aside, up to where it stands, and lets it go on where it halted: one transaction,
 * while nobody moves it. Whoever holds it finds a new epoch, and begins with what is left. @throws where it has not
 * begun
 */
export const retry = (dataSource: DataSource, name: string, heal: Heal): Promise<Retried> =>
  dataSource.transaction(async (manager) => {
    const [checkpoint]: { position: string }[] = await manager.query(
      'select position::text from read.checkpoint where name = $1 for update',
      [name],
    );
    if (!checkpoint) throw new Error(`${name} has not begun yet: start the projector first`);
    await manager.query('update read.checkpoint set halted = null where name = $1', [name]);
    const waiting = await readSetAside(manager, name);
    if (waiting.length === 0) return { healed: 0, still: [] };
    const still = await heal(manager, waiting, BigInt(checkpoint.position));
    await replaceSetAside(manager, name, still);
    await manager.query('update read.checkpoint set epoch = epoch + 1 where name = $1', [name]);
    return { healed: waiting.filter(({ key }) => !still.some((entry) => entry.key === key)).length, still };
  });

/** Rows are folded again from the first event of their subjects. */
export const healRows =
  (store: EventStore, dataSource: DataSource, projection: AnyProjection): Heal =>
  async (manager, waiting, until) => {
    const subjects = [...new Set(waiting.map(({ subject }) => subject))];
    const { rows, setAside } = await foldedAgain(store, projection, subjects, until);
    await new TableRows(dataSource.getMetadata(projection.entity)).write(manager, rows);
    return setAside.entries;
  };
