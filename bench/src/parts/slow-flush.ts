import { baseline, rate, ratio } from '../figures/compared';
import type { Result } from '../figures/figure';
import { median } from '../figures/statistics';
import type { Bench } from '../harness/bench';
import { NoSlowFlush, withSlowFlush } from '../harness/slow-flush';
import { race } from './race';

const ABOUT = {
  part: 'slow-flush',
  title: '固定落盘时间 · The same appends where every flush takes one millisecond',
  drawn: '/s' as const,
  method: [
    'The disk of a shared machine changes from minute to minute; here it cannot. Files lie in memory and a ' +
      'preloaded library turns each flush into a sleep of one millisecond, so what is compared is how well each ' +
      'shares its flushes.',
  ],
};

export async function slowFlush({ folder, rounds, milliseconds, say }: Bench): Promise<Result> {
  try {
    return await withSlowFlush(folder, async (server) => {
      const at = (contestant: string, concurrency: number) => ({
        contestant,
        concurrency,
        ...(contestant === 'single-insert' && { connections: 16 }),
      });
      const times = await race(
        server,
        {
          'ours 1': at('ours', 1),
          'raw 1': at('single-insert', 1),
          'ours 16': at('ours', 16),
          'raw 16': at('single-insert', 16),
          'ours 64': at('ours', 64),
          'raw 64': at('single-insert', 64),
          'emmett 64': at('emmett', 64),
          'castore 64': at('castore', 64),
        },
        { rounds, milliseconds, onRound: (round) => say(`第 ${round}/${rounds} 轮 · round ${round} of ${rounds}`) },
      );
      return {
        ...ABOUT,
        figures: [
          ...([1, 16, 64] as const).flatMap((c) => [
            rate(`ours, ${c} at a time`, times[`ours ${c}`].rate),
            baseline(`raw, ${c}`, times[`raw ${c}`].rate),
          ]),
          baseline('Emmett, 64', times['emmett 64'].rate),
          baseline('Castore, 64', times['castore 64'].rate),
          ratio('64 at a time, to raw', times['ours 64'].rate, times['raw 64'].rate),
          ratio('16 at a time, to raw', times['ours 16'].rate, times['raw 16'].rate),
          ratio('1 at a time, to raw', times['ours 1'].rate, times['raw 1'].rate),
          // Control: a single insert that takes less than one flush was not slowed down.
          {
            says: 'control: one raw insert takes',
            value: median(times['raw 1'].rate.map((perSecond) => 1_000 / perSecond)),
            unit: 'ms',
            bar: { atLeast: 1 },
          },
        ],
      };
    });
  } catch (error) {
    if (!(error instanceof NoSlowFlush)) throw error;
    return { ...ABOUT, figures: [], remarks: [`未测 Not measured here: ${error.message}`] };
  }
}
