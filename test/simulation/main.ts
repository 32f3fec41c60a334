import { HELP, readArguments, Usage } from './arguments';
import { everyFault } from './clock/faults';
import { digestOf, isThread, playMany, playShare, type Played } from './many';
import { simulate } from './simulate';

const say = (text: string) => process.stdout.write(`${text}\n`);
const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);

/** Prints one seed with its whole trace. */
const showOne = async (seed: number): Promise<number> => {
  const { trace, violations, hash, acknowledged, events } = await simulate(seed);
  for (const line of trace) say(line);
  for (const violation of violations) say(`✗ ${violation}`);
  say(
    `\n种子 · seed ${seed}：${trace.length} 步 steps, ${acknowledged} 已确认 acknowledged, ` +
      `${events} 事件 events, ${violations.length} 违反 violations\n轨迹哈希 · trace hash ${hash}`,
  );
  return violations.length === 0 ? 0 : 1;
};

const table = (all: readonly Played[]): string =>
  everyFault
    .map(
      (fault) =>
        `  ${fault.padEnd(28)} ${sum(all.map(({ faults }) => faults.find(([name]) => name === fault)?.[1] ?? 0))}`,
    )
    .join('\n');

const showMany = async (wish: {
  readonly from: number;
  readonly seeds: number;
  readonly workers: number;
}): Promise<number> => {
  const begin = performance.now();
  const seconds = () => (performance.now() - begin) / 1_000;
  const mark = Math.max(1, Math.floor(wish.seeds / 10));
  let failed = 0;
  const all = await playMany(wish, process.argv[1], ({ findings }, count) => {
    if (findings !== '') {
      failed += 1;
      say(findings);
    }
    if (count % mark === 0)
      say(`… ${count}/${wish.seeds}  ${(count / seconds()).toFixed(1)} 种子/秒 seeds/s  ${failed} 违反 violated`);
  });
  say(
    `\n故障次数 · faults that struck\n${table(all)}\n` +
      `  ${'set aside at a poison event'.padEnd(28)} ${sum(all.map(({ setAside }) => setAside))}`,
  );
  say(
    `\n${sum(all.map(({ acknowledged }) => acknowledged))} 已确认命令 acknowledged commands, ` +
      `${sum(all.map(({ events }) => events))} 事件 events, ` +
      `${all.filter(({ twice }) => twice).length} 个种子重演 seeds played twice`,
  );
  say(`全部轨迹哈希 · hash of all traces ${digestOf(all)}`);
  say(
    `种子 · seeds ${wish.from}–${wish.from + wish.seeds - 1}：${seconds().toFixed(1)} s, ` +
      `${(wish.seeds / seconds()).toFixed(1)} 种子/秒 seeds/s, ${failed} 违反 violated`,
  );
  return failed === 0 ? 0 : 1;
};

/** `npm run simulate`: exit code 1 when a seed violates an invariant. */
const main = async (): Promise<number> => {
  const { help, seed, ...wish } = readArguments(process.argv.slice(2));
  if (help) {
    say(HELP);
    return 0;
  }
  return seed === undefined ? showMany(wish) : showOne(seed);
};

if (isThread) {
  Error.stackTraceLimit = 0; // refusals are ordinary answers here, and there are many
  void playShare();
} else
  main().then(
    (code) => {
      process.exitCode = code;
    },
    (error: Error) => {
      process.exitCode = 1;
      process.stderr.write(`\n${error instanceof Usage ? error.message : error.stack}\n`);
    },
  );
