import type { EventStore } from '@minsheng/event-store';
import {
  readSetAside,
  renameSetAside,
  replaceSetAside,
  SetAside,
  StreamUnknown,
  TableRows,
  type AnyProjection,
  type Checksum,
  type DataSource,
  type EntityManager,
  type SetAsideEntry,
} from '@minsheng/read-models';
import { TableCheckpoint } from '../checkpoint';
import { createShadow, dropShadow, exchangeWithOld, NEW, OLD, replaceLive } from './shadow-table';
import { build, catchUp, type Progress } from './build';

/** The shadow table compared with the live one, both at the same position. */
export interface Comparison {
  readonly position: bigint;
  readonly live: Checksum;
  readonly shadow: Checksum;
  readonly differing: readonly string[];
  /** What the live table has set aside, and what the new one. */
  readonly setAside: { readonly live: SetAside; readonly shadow: SetAside };
}

/** A read model rebuilt into a shadow table, while the live one keeps serving. */
export interface Rebuilt {
  readonly events: number;
  /**
   * Brings the shadow table to the position of the live one and compares them; undefined while the live one is behind.
   */
  compare(): Promise<Comparison | undefined>;
  /** Swaps the shadow table in, in one transaction, and keeps the old one as `<name>__old`. */
  swapIn(): Promise<{ readonly position: bigint; readonly comparison: Comparison | undefined }>;
  drop(): Promise<void>;
  /** What the new table could not take in either. */
  setAside(): readonly SetAsideEntry[];
}

/** Another process is rebuilding the same read model. */
export class RebuildUnderWay extends Error {
  constructor(name: string) {
    super(`${name} is being rebuilt by another process already`);
  }
}

/** Rebuilds a read model, from the first event to the head of the log. @throws RebuildUnderWay */
export async function rebuild(
  store: EventStore,
  dataSource: DataSource,
  projection: AnyProjection,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Rebuilt> {
  const { name } = projection;
  const metadata = dataSource.getMetadata(projection.entity);
  const [live, rows] = [new TableRows(metadata), new TableRows(metadata, `${name}${NEW}`)];
  const checkpoint = new TableCheckpoint(dataSource, `${name}${NEW}`); // also keeps a second builder away
  const lease = await checkpoint.acquire();
  if (!lease) throw new RebuildUnderWay(name);

  const foundations = { store, dataSource, projection, rows };
  let at = await store.head();
  let setAside = new SetAside();
  const advance = async (until: bigint) => {
    await catchUp({ ...foundations, setAside }, at, until);
    if (until > at) at = until;
  };
  const drop = async () => {
    await dropShadow(dataSource, name);
    await dataSource.query('delete from read.checkpoint where name = $1', [checkpoint.name]);
  };

  const fill = async (knownUntil: bigint, places: boolean): Promise<number> => {
    await createShadow(dataSource, name);
    setAside = new SetAside();
    const onPage = async (progress: Progress) => {
      onProgress(progress);
      await checkpoint.move(lease, progress.position > lease.position ? progress.position : lease.position);
    };
    return build({ ...foundations, setAside, knownUntil, places, onPage }, at);
  };

  try {
    // what waits was perhaps never read, so all shapes are checked where something waits
    const waits = (await readSetAside(dataSource, name)).length > 0;
    const knownUntil = waits ? 0n : await positionOf(dataSource.manager, name);
    const events = await fill(knownUntil, waits).catch((error: unknown) => {
      if (!(error instanceof StreamUnknown)) throw error;
      return fill(knownUntil, true);
    });
    return {
      events,
      drop,
      setAside: () => setAside.entries,
      compare: () =>
        dataSource.transaction(async (manager) => {
          await advance(await positionOf(manager, name, 'for update')); // the live table must not move meanwhile
          return compared(manager);
        }),
      swapIn: async () => {
        await advance(await store.head());
        return dataSource.transaction(async (manager) => {
          const stands = await positionOf(manager, name, 'for update');
          await advance(stands);
          const comparison = await compared(manager);
          await replaceLive(manager, name);
          await manager.query('delete from read.checkpoint where name = any($1)', [[checkpoint.name, `${name}${OLD}`]]);
          await manager.query('insert into read.checkpoint (name, position) values ($1, $2)', [
            `${name}${OLD}`,
            stands.toString(),
          ]);
          await manager.query('delete from read.set_aside where checkpoint = $1', [`${name}${OLD}`]);
          await renameSetAside(manager, name, `${name}${OLD}`);
          await replaceSetAside(manager, name, setAside.entries);
          await place(manager, name, at);
          return { position: at, comparison };
        });
      },
    };
  } catch (error) {
    await drop();
    throw error;
  }

  async function compared(manager: EntityManager): Promise<Comparison | undefined> {
    if ((await positionOf(manager, name)) < at) return undefined;
    const [liveSum, shadowSum] = [await live.checksum(manager), await rows.checksum(manager)];
    const equal = liveSum.rows === shadowSum.rows && liveSum.sum === shadowSum.sum;
    return {
      position: at,
      live: liveSum,
      shadow: shadowSum,
      differing: equal ? [] : await live.differing(manager, rows),
      setAside: { live: new SetAside(await readSetAside(manager, name)), shadow: setAside },
    };
  }
}

/**
 * Swaps the table that a rebuild replaced back in; the projector goes on from its position. Doing it twice changes
 * nothing. @throws when there is none
 */
export async function rollBack(dataSource: DataSource, { name }: AnyProjection): Promise<bigint> {
  return dataSource.transaction(async (manager) => {
    const [live, old] = [
      await positionOf(manager, name, 'for update'),
      await positionOf(manager, `${name}${OLD}`, 'for update', -1n),
    ];
    if (old < 0n) throw new Error(`${name} has no old table: it was not rebuilt yet`);
    await exchangeWithOld(manager, name);
    await renameSetAside(manager, name, `${name}__exchanged`);
    await renameSetAside(manager, `${name}${OLD}`, name);
    await renameSetAside(manager, `${name}__exchanged`, `${name}${OLD}`);
    await place(manager, name, old);
    await place(manager, `${name}${OLD}`, live);
    return old;
  });
}

async function positionOf(manager: EntityManager, name: string, lock = '', otherwise = 0n): Promise<bigint> {
  const [row]: { position: string }[] = await manager.query(
    `select position::text from read.checkpoint where name = $1 ${lock}`,
    [name],
  );
  return row ? BigInt(row.position) : otherwise;
}

/** A new epoch stops the current holder of the checkpoint; the next one starts here. */
const place = (manager: EntityManager, name: string, position: bigint): Promise<unknown> =>
  manager.query(
    `insert into read.checkpoint as c (name, position) values ($1, $2)
     on conflict (name) do update set position = excluded.position, halted = null, epoch = c.epoch + 1`,
    [name, position.toString()],
  );
