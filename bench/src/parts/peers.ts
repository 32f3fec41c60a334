import { baseline, rate, ratio } from '../figures/compared';
import type { Result } from '../figures/figure';
import type { Bench } from '../harness/bench';
import { better } from './append';
import { race } from './race';

export async function peers({ server, rounds, milliseconds, say }: Bench): Promise<Result> {
  const at = (contestant: string, concurrency: number) => ({ contestant, concurrency });
  const times = await race(
    server,
    {
      'ours 1': at('ours', 1),
      'emmett 1': at('emmett', 1),
      'castore 1': at('castore', 1),
      'ours 16': at('ours', 16),
      'emmett 16': at('emmett', 16),
      'castore 16': at('castore', 16),
      'ours 64': at('ours', 64),
      'emmett 64': at('emmett', 64),
      'castore 64': at('castore', 64),
    },
    { rounds, milliseconds, onRound: (round) => say(`第 ${round}/${rounds} 轮 · round ${round} of ${rounds}`) },
  );
  return {
    part: 'peers',
    title: '同类 · Peers: the same append by other event stores in TypeScript',
    drawn: '/s',
    method: [
      'Emmett (`@event-driven-io/emmett-postgresql`) and Castore (`@castore/event-storage-adapter-postgres`) as ' +
        'their documentation opens them, each in a process of its own, as ours here, on the same server in turn.',
      'The best peer is the faster of the two at 64.',
    ],
    figures: [
      ...([1, 16, 64] as const).flatMap((c) => [
        rate(`ours, ${c} at a time`, times[`ours ${c}`].rate),
        baseline(`Emmett, ${c}`, times[`emmett ${c}`].rate),
        baseline(`Castore, ${c}`, times[`castore ${c}`].rate),
      ]),
      ratio('64 at a time, to Emmett', times['ours 64'].rate, times['emmett 64'].rate, 9),
      ratio(
        '64 at a time, to the best peer',
        times['ours 64'].rate,
        better(times['emmett 64'], times['castore 64']).rate,
        3.5,
      ),
      ratio('16 at a time, to Emmett', times['ours 16'].rate, times['emmett 16'].rate),
      ratio('1 at a time, to Emmett', times['ours 1'].rate, times['emmett 1'].rate),
    ],
  };
}
