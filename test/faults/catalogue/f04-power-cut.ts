import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { between, type Random } from '@minsheng/rehearsal';
import { checkInvariants } from '../../support/check-invariants';
import type { Observed } from '../../support/rehearsal';
import type { Fault } from '../fault';
import { Load } from '../load/load';
import { endScene, openScene, type Scene, type Stage } from '../stage';
import { NoLoopMounts, PowerDisk } from '../system/power-disk';
import { underLoad } from '../under-load';

const OURS = `(select oid from pg_namespace where nspname in ('es', 'read', 'vault'))`;

/** A system on a disk whose power can be cut. */
interface Powered extends Scene {
  readonly disk: PowerDisk;
  end(): Promise<void>;
}

const openPowered = async (stage: Stage, name: string, env?: Readonly<Record<string, string>>): Promise<Powered> => {
  const disk = PowerDisk.open(path.join(stage.folder, name));
  stage.onClose(() => disk.remove());
  const scene = await openScene({ dataDir: path.join(disk.mountPoint, 'data'), ...(env && { env }) });
  const end = async () => {
    await endScene(scene);
    disk.remove();
  };
  stage.onClose(end);
  return { ...scene, disk, end };
};

/**
 * No process of ours runs while the image is copied, so everything in the journal afterwards was acknowledged before.
 */
const cutThePower = async ({ system, disk }: Powered): Promise<void> => {
  system.killFrozen(() => disk.cut());
  await system.allGone();
  await disk.restore();
};

/**
 * The checks of pg_amcheck in SQL: every heap page by itself, every index page against its table. Throws or returns
 * complaints.
 */
const complaints = async ({ look }: Pick<Observed, 'look'>): Promise<string[]> => {
  await look('create extension if not exists amcheck');
  await look(
    `select bt_index_check(c.oid, true) from pg_class c join pg_am a on a.oid = c.relam where a.amname = 'btree'
      and c.relkind = 'i' and c.relnamespace in ${OURS}`,
  );
  return (
    await look<{ says: string }>(
      `select c.oid::regclass || ': ' || h.msg as says from pg_class c, lateral verify_heapam(c.oid) h where
        c.relkind = 'r' and c.relnamespace in ${OURS}`,
    )
  ).map(({ says }) => says);
};

/** Control: the same cut on a server that does not flush loses acknowledged events, or does not even start. */
const lostWithoutFlushing = async (stage: Stage, random: Random): Promise<number> => {
  const powered = await openPowered(stage, 'disk-unflushed', { UNSAFE_DURABILITY_OFF: '1' });
  const { system, journal } = powered;
  await system.look('alter system set fsync = off');
  await system.look('select pg_reload_conf()');
  const load = new Load(system, journal, 'F4-unflushed', stage.seed);
  await load.goesOn();
  await pause(between(random, 1_000, 1_500));
  await cutThePower(powered);
  const promised = journal.acknowledged;
  load.abandon();
  try {
    await system.startPostgresAgain();
    const events = await system.look<{
      position: string;
      stream: string;
      revision: number;
      id: string;
      command: string;
      byPolicy: boolean;
    }>(
      `select global_position::text as position, stream_id as stream, revision, event_id::text as id, '' as
        command, true as "byPolicy" from es.events order by 1`,
    );
    return checkInvariants({ acknowledged: promised, unresolved: [], events, seen: [], differing: [], setAside: [] })
      .lost.length;
  } catch {
    return promised.length; // the server finds its files corrupt, or the table missing
  } finally {
    await powered.end();
  }
};

/**
 * What was never flushed is lost and blocks are torn. `kill -9` does not show that: the page cache survives a process.
 */
export const powerCut: Fault = {
  id: 'F4',
  title: '断电：未落盘的写入消失 · power cut: what was not flushed is gone',
  rounds: { short: 8, long: 100 },
  play: async (stage, rounds, random) => {
    try {
      const powered = await openPowered(stage, 'disk');
      const { system } = powered;
      try {
        return await underLoad('F4', {
          strike: async ({ breach, measure }, round) => {
            await pause(between(random, 200, 1_500));
            await cutThePower(powered);
            const begin = performance.now();
            await system.startPostgresAgain();
            system.startApps();
            await system.ready();
            measure('from power to ready', performance.now() - begin);
            for (const complaint of await complaints(system)) breach(`round ${round}: ${complaint}`);
          },
          controls: async () => ({ 'acknowledged and lost with fsync off': await lostWithoutFlushing(stage, random) }),
        })({ seed: stage.seed, scene: async () => powered, discardScene: async () => undefined }, rounds, random);
      } finally {
        await powered.end();
      }
    } catch (error) {
      if (error instanceof NoLoopMounts) return { notPlayed: error.message };
      throw error;
    }
  },
};
