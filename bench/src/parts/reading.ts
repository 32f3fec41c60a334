import { baseline, rate, ratio } from '../figures/compared';
import type { Result } from '../figures/figure';
import { emptyDatabase, type Bench } from '../harness/bench';
import { hire, withHired } from '../harness/hire';
import { interleaved } from '../harness/rounds';

export async function reading({ server, quick, say }: Bench): Promise<Result> {
  const [events, timeoutMs, rounds] = quick ? [5_000, 2_000, 1] : [100_000, 5_000, 3];
  const ours = await hire('loads/reading', { url: await emptyDatabase(server, 'bench_reading') });
  const emmett = { url: await emptyDatabase(server, 'bench_reading_emmett') };
  const byEmmett = <Answer>(task: string, input: object): Promise<Answer> =>
    withHired('loads/reading-emmett', emmett, (helper) => helper.ask<Answer>(task, input));
  try {
    say(`各写入 ${events} 个事件 · filling both logs with ${events} events`);
    await Promise.all([ours.ask('fill', { events }), byEmmett('fill', { events })]);
    const rates = await interleaved(
      rounds,
      {
        consume: () => ours.ask<number>('consume'),
        pages: () => ours.ask<number>('pages', { page: 1_000 }),
        emmett: () => byEmmett<number>('consume', { timeoutMs, events }),
        emmettLarge: () => byEmmett<number>('consume', { timeoutMs, events, batchSize: 1_000 }),
      },
      (round) => say(`第 ${round}/${rounds} 轮 · round ${round} of ${rounds}`),
    );
    return {
      part: 'reading',
      title: `读取 · A consumer reads a log of ${events.toLocaleString('en')} events from its beginning`,
      drawn: '/s',
      method: [
        'Ours is a subscription with its default batch, all columns of each event; pages are `readAll` by 1,000, ' +
          'one after the other.',
        `Emmett is its consumer with a reactor that does nothing, with its default of 100 events a poll and with ` +
          `1,000; where it takes longer than ${timeoutMs / 1_000} s, what it read by then counts.`,
      ],
      figures: [
        rate('subscription', rates.consume),
        rate('pages of 1,000', rates.pages),
        baseline('Emmett, as it comes', rates.emmett),
        baseline('Emmett, 1,000 a poll', rates.emmettLarge),
        ratio('subscription, to Emmett as it comes', rates.consume, rates.emmett),
        ratio('subscription, to Emmett with 1,000 a poll', rates.consume, rates.emmettLarge),
      ],
    };
  } finally {
    await ours.dismiss();
  }
}
