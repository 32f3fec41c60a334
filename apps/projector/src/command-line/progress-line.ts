import type { Progress } from '../projecting/rebuild/build';

/** One line of a rebuild on a terminal: a bar, events per second and the time left. Without a terminal only its end. */
export class ProgressLine {
  private readonly began = performance.now();
  private shown = 0;

  constructor(private readonly name: string) {}

  show({ position, until, events }: Progress): void {
    const now = performance.now();
    if (!process.stdout.isTTY || now - this.shown < 200) return;
    this.shown = now;
    const seconds = (now - this.began) / 1_000;
    const part = Number(position) / Number(until);
    const left = part > 0 ? (seconds / part) * (1 - part) : 0;
    const bar = '█'.repeat(Math.round(part * 24)).padEnd(24, '░');
    process.stdout.write(
      `\r${this.name.padEnd(14)} ${bar} ${position}/${until}  ${Math.round(events / seconds).toLocaleString('en')} ` +
        `events/s  ${left.toFixed(0)} s left   `,
    );
  }

  end(words: string): void {
    console.log(`${process.stdout.isTTY ? '\r\u001b[2K' : ''}${this.name.padEnd(14)} ${words}`);
  }
}
