import { appendFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SettingsRefused } from '../settings-refused';
import { SecurityLog, type SecurityEvent } from './security-log';

const DAY_MS = 86_400_000;
const FILE = /^security-(\d{4}-\d{2}-\d{2})\.log$/;
const fileOf = (day: string): string => `security-${day}.log`;
const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

export interface SecurityLogFileOptions {
  /** Made if it is missing; only its owner can enter. */
  readonly folder: string;
  /** A line stays at least for so many days. */
  readonly days: number;
  readonly now?: () => Date;
}

/**
 * A file for each day (UTC), of JSON lines. A file goes when its last possible line is older than the limit; so no line
 * goes before. Several processes may write into one folder.
 */
export class SecurityLogFile extends SecurityLog {
  /** @throws SettingsRefused when the folder cannot be written to */
  static async open({ folder, days, now = () => new Date() }: SecurityLogFileOptions): Promise<SecurityLogFile> {
    const log = new SecurityLogFile(folder, days, now);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await log.write('', dayOf(now()));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new SettingsRefused(
        `SECURITY_LOG_DIR: the security log cannot be written to ${folder} (${code}). Name a folder that the api may ` +
          'write to.',
      );
    }
    return log;
  }

  private waiting: { readonly text: string; readonly day: string }[] = [];
  private flushing?: Promise<void>;
  private today = '';

  private constructor(
    private readonly folder: string,
    private readonly days: number,
    private readonly now: () => Date,
  ) {
    super();
  }

  async record(event: SecurityEvent): Promise<void> {
    const time = this.now();
    this.waiting.push({ text: `${JSON.stringify({ time: time.toISOString(), ...event })}\n`, day: dayOf(time) });
    // what comes while a write is under way goes with the next one
    await this.flushing?.catch(() => undefined);
    if (this.waiting.length > 0) this.flushing = this.flush();
    await this.flushing;
  }

  /** The id in the newest line that names one: the key of the last start. */
  async lastKey(): Promise<string | undefined> {
    for (const name of (await this.files()).reverse()) {
      const keys = [...(await readFile(join(this.folder, name), 'utf8')).matchAll(/"key":"(\w+)"/g)];
      if (keys.length > 0) return keys[keys.length - 1][1];
    }
    return undefined;
  }

  private async flush(): Promise<void> {
    const events = this.waiting;
    this.waiting = [];
    for (const day of new Set(events.map((entry) => entry.day)))
      await this.write(
        events
          .filter((entry) => entry.day === day)
          .map(({ text }) => text)
          .join(''),
        day,
      );
  }

  private async write(text: string, day: string): Promise<void> {
    await appendFile(join(this.folder, fileOf(day)), text, { mode: 0o600 });
    if (day === this.today) return;
    this.today = day;
    await this.removeOld();
  }

  private async removeOld(): Promise<void> {
    const limit = this.now().getTime() - this.days * DAY_MS;
    for (const name of await this.files()) {
      const endOfDay = Date.parse(`${FILE.exec(name)![1]}T00:00:00Z`) + DAY_MS;
      if (endOfDay <= limit) await rm(join(this.folder, name), { force: true }); // another process may be faster
    }
  }

  /** Oldest first. */
  private async files(): Promise<string[]> {
    return (await readdir(this.folder)).filter((name) => FILE.test(name)).sort();
  }
}
