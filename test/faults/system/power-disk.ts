import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A tmpfs: what the loop device was told to write is in memory at once; what it was not told does not exist. */
const MEMORY = '/dev/shm';
const SIZE = '400M';
const UNMOUNT_ATTEMPTS = 100;

const run = (program: string, ...args: readonly string[]): void => {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
};

/** This machine allows no loop mounts: the message says what is missing, Chinese first. */
export class NoLoopMounts extends Error {}

/** A disk whose power can be cut: an ext4 image in memory, mounted by a loop device. */
export class PowerDisk {
  /** @throws NoLoopMounts */
  static open(mountPoint: string): PowerDisk {
    if (process.getuid?.() !== 0) throw new NoLoopMounts('需要 root · loop mounts need root');
    if (!existsSync(MEMORY)) throw new NoLoopMounts(`没有 ${MEMORY} · no tmpfs there`);
    mkdirSync(mountPoint, { recursive: true });
    const disk = new PowerDisk(mountPoint, mkdtempSync(path.join(MEMORY, 'minsheng-power-')));
    try {
      run('truncate', '-s', SIZE, disk.image);
      run('mkfs.ext4', '-q', '-F', disk.image);
      run('mount', '-o', 'loop', disk.image, mountPoint);
      chmodSync(mountPoint, 0o755);
      return disk;
    } catch (error) {
      disk.remove();
      throw new NoLoopMounts(
        `这里不能挂载 · no loop mount here: ${(error as Error).message.split('\n').slice(0, 2).join(' ')}`,
      );
    }
  }

  private constructor(
    readonly mountPoint: string,
    private readonly folder: string,
  ) {}

  private get image(): string {
    return path.join(this.folder, 'disk.img');
  }
  private get asItWas(): string {
    return path.join(this.folder, 'as-it-was.img');
  }

  /**
   * Keeps the content of the disk at this moment, without the page cache. Blocks, so that nothing is received
   * meanwhile.
   */
  cut(): void {
    copyFileSync(this.image, this.asItWas);
  }

  /** Restores the disk as it was at the cut; it must not be in use. */
  async restore(): Promise<void> {
    await this.unmount();
    copyFileSync(this.asItWas, this.image);
    run('mount', '-o', 'loop', this.image, this.mountPoint);
  }

  /** Killed processes release their files one after the other. */
  private async unmount(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return run('umount', this.mountPoint);
      } catch (error) {
        if (attempt === UNMOUNT_ATTEMPTS) throw error;
      }
      await pause(50);
    }
  }

  /** Also when it is not mounted, or still in use. */
  remove(): void {
    try {
      run('umount', '--lazy', this.mountPoint);
    } catch {
      /* it was not mounted */
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
