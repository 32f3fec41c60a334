import { Format, SingleBar } from 'cli-progress';
import { padded, clippedTo } from './result/width';
import type { Stage } from './stages/year';

/** What people see while a year runs: a bar in a terminal, else a line per stage. */
export interface Progress {
  stage(stage: Stage): void;
  tick(): void;
  end(finished: boolean): void;
}

const STAGE_WIDTH = 34;

const bar = (total: number): Progress => {
  const drawn = new SingleBar({
    format: (options, params, { stage = '' }: { stage?: string }) => {
      const text = Format.BarFormat(Math.min(1, params.progress), options);
      return (
        `${text} ${String(Math.round(Math.min(1, params.progress) * 100)).padStart(3)}% ${params.value} ` +
        `条命令 ${((Date.now() - params.startTime) / 1000).toFixed(1)} s ` +
        ` ${padded(clippedTo(stage, STAGE_WIDTH), STAGE_WIDTH)}`
      );
    },
    barsize: 28,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    fps: 12,
    gracefulExit: false,
    linewrap: false,
  });
  drawn.start(total, 0, { stage: '' });
  return {
    stage: ({ says }) => drawn.update({ stage: says.split(' · ')[0] }),
    tick: () => {
      if (drawn.getProgress() >= 0.99) drawn.setTotal(drawn.getTotal() + 10);
      drawn.increment();
    },
    end: (finished) => {
      if (finished) drawn.setTotal(Math.max(1, Math.round(drawn.getProgress() * drawn.getTotal())));
      drawn.stop();
    },
  };
};

const lines = (): Progress => {
  const begin = performance.now();
  let commands = 0;
  return {
    stage: ({ says }) =>
      process.stdout.write(
        `… ${((performance.now() - begin) / 1000).toFixed(1).padStart(5)} s  ${String(commands).padStart(5)} 条命令 ` +
          ` ${says}\n`,
      ),
    tick: () => {
      commands += 1;
    },
    end: () => undefined,
  };
};

export const silent: Progress = { stage: () => undefined, tick: () => undefined, end: () => undefined };
export const showProgress = (total: number): Progress =>
  process.stdout.isTTY && process.env['TERM'] !== 'dumb' ? bar(total) : lines();
