import { baseline, count, rate, ratio } from '../figures/compared';
import type { Result } from '../figures/figure';
import { emptyDatabase, type Bench } from '../harness/bench';
import { hire } from '../harness/hire';
import { interleaved } from '../harness/rounds';
import type { HotInput, HotLap } from '../loads/hot-stream';

export async function hotStream({ server, rounds, milliseconds, say }: Bench): Promise<Result> {
  const helper = await hire('loads/hot-stream', { url: await emptyDatabase(server, 'bench_hot') });
  try {
    const conflicts = { append: 0, command: 0, control: 0 };
    const lap = (counts: keyof typeof conflicts, input: Omit<HotInput, 'milliseconds'>) => async () => {
      const done = await helper.ask<HotLap>('lap', { ...input, milliseconds } satisfies HotInput);
      conflicts[counts] += done.conflicts;
      return done.perSecond;
    };
    const measurements = {
      appendHot: lap('append', { level: 'append', streams: 1, processors: 1 }),
      appendDistinct: lap('append', { level: 'append', streams: 64, processors: 1 }),
      commandHot: lap('command', { level: 'command', streams: 1, processors: 1 }),
      commandDistinct: lap('command', { level: 'command', streams: 64, processors: 1 }),
    };
    for (const warmUp of Object.values(measurements)) await warmUp();
    const rates = await interleaved(rounds, measurements, (round) =>
      say(`第 ${round}/${rounds} 轮 · round ${round} of ${rounds}`),
    );
    await lap('control', { level: 'command', streams: 1, processors: 2 })();
    return {
      part: 'hot-stream',
      title: '热流 · Hot stream: sixty-four at a time at one stream, and at sixty-four',
      drawn: '/s',
      method: [
        'Appends expect nothing of their stream. Commands go through `CommandProcessor.execute`, as the api sends ' +
          'them: each changes a rating, so each is decided on what the one before it left. Those that wait for one ' +
          'stream are appended as one group, and the next group waits for the answer.',
        'A conflict is an append refused for its revision, whether the caller saw it or it was decided again. The ' +
          'control lets two independent processors work on one stream, as two processes would: there conflicts ' +
          'must be seen.',
      ],
      figures: [
        rate('appends to one stream', rates.appendHot),
        baseline('appends to 64 streams', rates.appendDistinct),
        rate('commands on one stream', rates.commandHot),
        baseline('commands on 64 streams', rates.commandDistinct),
        ratio('appends, one stream to 64', rates.appendHot, rates.appendDistinct, 0.9),
        ratio('commands, one stream to 64', rates.commandHot, rates.commandDistinct, 0.6),
        count('spurious conflicts of appends', conflicts.append, { atMost: 0 }),
        count('spurious conflicts of commands', conflicts.command, { atMost: 0 }),
        count('control: conflicts of two processors', conflicts.control, { atLeast: 1 }),
      ],
    };
  } finally {
    await helper.dismiss();
  }
}
