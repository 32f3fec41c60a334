import { randomInt } from 'node:crypto';
import { interruptible, INTERRUPTED } from '@minsheng/rehearsal';
import { HELP, readArguments, Usage } from './fault-arguments';
import { catalogue } from './catalogue';
import { isWithstood, runFaults, wasPlayed } from './run-faults';
import { detailsOf, tableOf } from './fault-table';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** `npm run faults`: exit code 1 when a finding is not 0, a limit is exceeded, or a control detected nothing. */
const main = async (signal: AbortSignal): Promise<number> => {
  const { help, only, seed, length } = readArguments(
    process.argv.slice(2),
    catalogue.map(({ id }) => id),
    randomInt(1_000_000_000),
  );
  if (help) {
    say(HELP);
    return 0;
  }
  say(
    `种子 · seed ${seed}（重演 · repeat: npm run faults -- ` +
      `--seed ${seed}${only ? ` --only ${only.join(',')}` : ''}${length === 'long' ? ' --long' : ''}）`,
  );
  const played = await runFaults(
    catalogue.filter(({ id }) => !only || only.includes(id)),
    {
      seed,
      length,
      signal,
      onBegin: ({ id, title }, rounds) => say(`… ${id} ${title}（${rounds} 轮 rounds）`),
      onEnd: (round) => {
        for (const line of detailsOf(round)) say(`    ${line}`);
      },
    },
  );
  const counted = played.flatMap(({ outcome }) => (wasPlayed(outcome) ? [outcome] : []));
  const withstood = counted.filter(isWithstood).length;
  const apart = played.length - counted.length;
  say(
    `\n${tableOf(played)}\n\n种子 · seed ${seed}：${withstood} 项经受住 withstood, ${counted.length - withstood} 项未经受住 not ` +
      `withstood${apart > 0 ? `, ${apart} 项未计入 not counted` : ''}`,
  );
  return withstood === counted.length ? 0 : 1;
};

const { signal, done } = interruptible();
main(signal)
  .then(
    (code) => {
      process.exitCode = code;
    },
    (error: Error) => {
      process.exitCode = signal.aborted ? INTERRUPTED : 1;
      if (!signal.aborted) process.stderr.write(`\n${error instanceof Usage ? error.message : error.stack}\n`);
    },
  )
  .finally(done);
