import path from 'node:path';
import { makeTemporaryFolder, type TemporaryFolder } from '@minsheng/local-system';
import { LIST } from '../support/rehearsal';
import { followTail, type TailReader } from '../support/tail-reader';
import { Journal } from './load/journal';
import { SystemUnderTest, type Opening } from './system/system-under-test';

/** A system with an open list, its clients' receipts, and what a reader at the tail of its log has seen. */
export interface Scene {
  readonly system: SystemUnderTest;
  readonly journal: Journal;
  readonly tail: TailReader;
}

/** Opens a system in a folder and a list on it; the journal begins with its first event. */
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
  await api.command(
    `lists/${LIST}/collection-period`,
    { from: '2018-09-01', to: '2019-12-31', contact: '市发展改革委' },
    { as: await people.commission(), on: '2018-10-08', key: 'collect-suggestions' },
  );
  return { system, journal, tail };
};

/** Stops the system and the reader. */
export const endScene = async ({ system, tail }: Scene): Promise<void> => {
  // a reader whose server is gone rejects: expected here
  await Promise.all([tail.stop().catch(() => undefined), system.end()]);
};

/** Where faults run: one folder, and one system shared by all until a fault leaves it broken. */
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

  /** The folder of the stage. */
  get folder(): string {
    return this.temporary.folder;
  }

  /** Registers an action for the closing of the stage, whatever happens until then; the last runs first. */
  onClose(undo: () => Promise<void> | void): void {
    this.closing.push(undo);
  }

  /** The shared system, opened on first use. */
  scene(): Promise<Scene> {
    return (this.shared ??= this.openShared());
  }

  /** The next fault gets a fresh system: findings on this one would be repeated for every later fault. */
  async discardScene(): Promise<void> {
    const scene = await this.shared?.catch(() => undefined);
    this.shared = undefined;
    if (scene) await endScene(scene);
  }

  /** Stops and removes everything. */
  close(): Promise<void> {
    return (this.over ??= this.clearAway());
  }

  private async openShared(): Promise<Scene> {
    this.scenes += 1;
    // The cleanup after a killed run looks for the cluster in a folder called postgres, so the first one is there.
    const scene = await openScene({
      dataDir: this.scenes === 1 ? this.folder : path.join(this.folder, `again-${this.scenes}`),
    });
    this.onClose(() => endScene(scene));
    return scene;
  }

  private async clearAway(): Promise<void> {
    await this.shared?.catch(() => undefined); // also if it is still opening
    for (const undo of this.closing.toReversed()) await undo();
    await this.temporary.remove();
  }
}
