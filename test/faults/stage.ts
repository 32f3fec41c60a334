import path from 'node:path';
import { makeTemporaryFolder, type TemporaryFolder } from '@minsheng/local-system';
import { LIST } from '../support/rehearsal';
import { followTail, type TailReader } from '../support/tail-reader';
import { Journal } from './load/journal';
import { SystemUnderTest, type Opening } from './system/system-under-test';

/** A system with an open list, what its clients were told, and what a reader at the tail of its log has seen. */
export interface Scene {
  readonly system: SystemUnderTest;
  readonly journal: Journal;
  readonly tail: TailReader;
}

/** Opens a system in a folder and a list on it; everything from its first event on is in the journal. */
export const openScene = async (opening: Opening): Promise<Scene> => {
  const system = await SystemUnderTest.open(opening);
  const journal = new Journal();
  const tail = followTail(system.system.postgresUrl);
  const { api, people } = system;
  api.onAcknowledged = (key, receipt) => {
    journal.ok(key, receipt, 0);
  };
  await api.command(
    `lists/${LIST}/opening`,
    { regionName: '眉山市', title: '2019年民生实事', mode: 'government', seats: 20 },
    { as: await people.commission(), on: '2018-10-08', key: 'open-the-list' },
  );
  return { system, journal, tail };
};

/** Ends the system and the reader with it. */
export const endScene = async ({ system, tail }: Scene): Promise<void> => {
  // a reader whose server is gone says so; here that is no news
  await Promise.all([tail.stop().catch(() => undefined), system.end()]);
};

/** Where the faults are played: one folder, and one system that all share until one of them leaves it broken. */
export class Stage {
  static async open(seed: number): Promise<Stage> {
    return new Stage(seed, await makeTemporaryFolder('faults'));
  }

  private shared?: Promise<Scene>;
  private scenes = 0;
  private readonly closing: (() => Promise<void> | void)[] = [];
  private over?: Promise<void>;

  private constructor(
    readonly seed: number,
    private readonly temporary: TemporaryFolder,
  ) {}

  /** The folder that goes with the stage. */
  get folder(): string {
    return this.temporary.folder;
  }

  /** Something that has to be undone when the stage closes, whatever happens until then; the last comes first. */
  onClose(undo: () => Promise<void> | void): void {
    this.closing.push(undo);
  }

  /** The system that all share; opened when it is first asked for. */
  scene(): Promise<Scene> {
    return (this.shared ??= this.openShared());
  }

  /** The next fault gets a fresh system: what this one shows would be told of every later fault too. */
  async discardScene(): Promise<void> {
    const scene = await this.shared?.catch(() => undefined);
    this.shared = undefined;
    if (scene) await endScene(scene);
  }

  /** Ends everything and leaves nothing behind. */
  close(): Promise<void> {
    return (this.over ??= this.clearAway());
  }

  private async openShared(): Promise<Scene> {
    this.scenes += 1;
    // The cluster of a folder called postgres is found by whoever clears up after a killed run; so the first one lies
    // there.
    const scene = await openScene({
      dataDir: this.scenes === 1 ? this.folder : path.join(this.folder, `again-${this.scenes}`),
    });
    this.onClose(() => endScene(scene));
    return scene;
  }

  private async clearAway(): Promise<void> {
    await this.shared?.catch(() => undefined); // one that is just being opened is ended too
    for (const undo of this.closing.toReversed()) await undo();
    await this.temporary.remove();
  }
}
