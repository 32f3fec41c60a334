import 'reflect-metadata';
import { POLICIES, projections, type AnyProjection } from '@minsheng/read-models';
import { open, type Foundations } from './open';
import { ProgressLine } from './command-line/progress-line';
import { pause, resume, retry, setAsideLine, status } from './command-line/standing';
import { rebuild, rollBack } from './projecting/rebuild/rebuild';
import { verify } from './projecting/rebuild/verify';

const USAGE =
  `npm run projector -- COMMAND [NAME|all]
  status            how far each is, who moves it, why one stands still, and what is set aside (exit code 1 when one is
                    halted or something is set aside)
  verify [NAME]     builds the read model anew beside the living one and compares them byte for byte
  rebuild NAME      the same, then puts the new one in place; the old stays as <name>__old
  rollback NAME     puts the table that the last rebuild replaced back in place
  pause NAME        lets it stand still where it is
  resume NAME       lets it go on
  retry NAME        applies again what is set aside, and lets a halted one go on, after the cause is gone (exit code 1
                    when something still has to wait)
NAME is one of ${[...projections.map(({ name }) => name), POLICIES].join(', ')}; the last is no read model and can ` +
  `only be paused, resumed and retried.`;

const models = (name = 'all'): readonly AnyProjection[] => {
  const found = projections.filter((projection) => name === 'all' || projection.name === name);
  if (found.length === 0)
    throw new Error(`No read model is called ${name}: ${projections.map((projection) => projection.name).join(', ')}`);
  return found;
};
const followers = (name: string | undefined): readonly string[] =>
  name === POLICIES
    ? [POLICIES]
    : [...models(name).map((projection) => projection.name), ...(name === 'all' ? [POLICIES] : [])];
const named = (name: string | undefined): string => {
  if (name === undefined) throw new Error(`Which one? ${USAGE}`);
  return name;
};

type Command = (foundations: Foundations, name: string | undefined) => Promise<number>;
const each =
  (change: (foundations: Foundations, name: string) => Promise<string>): Command =>
  async (foundations, name) => {
    for (const follower of followers(named(name))) console.log(await change(foundations, follower));
    return 0;
  };

const commands: Readonly<Record<string, Command>> = {
  status,
  pause: each(pause),
  resume: each(resume),
  retry: async (foundations, name) => {
    let code = 0;
    for (const follower of followers(named(name))) code = Math.max(code, await retry(foundations, follower));
    return code;
  },
  verify: async ({ store, dataSource }, name) => {
    const verdicts = [];
    for (const projection of models(name)) {
      const line = new ProgressLine(projection.name);
      const verdict = await verify(store, dataSource, projection, (progress) => line.show(progress));
      line.end(
        `${String(verdict.rows).padStart(8)} rows ` +
          ` ${
            verdict.equal
              ? 'equal'
              : verdict.behind
                ? 'BEHIND: it has not come to the head of the ' + 'log'
                : 'DIFFERENT'
          }  ${verdict.sum}`,
      );
      for (const entry of verdict.setAside) console.log(setAsideLine(entry));
      for (const row of verdict.differing) console.log(`  ${row.slice(0, 200)}`);
      verdicts.push(verdict);
    }
    return verdicts.every(({ equal }) => equal) ? 0 : 1;
  },
  rebuild: async ({ store, dataSource }, name) => {
    for (const projection of models(named(name))) {
      const line = new ProgressLine(projection.name);
      const rebuilt = await rebuild(store, dataSource, projection, (progress) => line.show(progress));
      const { position, comparison } = await rebuilt.swapIn();
      const difference =
        comparison === undefined
          ? 'the living one was behind'
          : comparison.live.sum === comparison.shadow.sum
            ? 'equal to the one before'
            : `${comparison.live.rows} rows before, and not the same`;
      line.end(`rebuilt to position ${position}: ${comparison?.shadow.rows ?? '?'} rows, ${difference}`);
      for (const entry of rebuilt.setAside()) console.log(setAsideLine(entry));
    }
    return 0;
  },
  rollback: async ({ dataSource }, name) => {
    for (const projection of models(named(name)))
      console.log(
        `${projection.name}: back as it was, to go on from position ${await rollBack(dataSource, projection)}`,
      );
    return 0;
  },
};

const run = async ([command, name]: readonly string[]): Promise<number> => {
  const known = command === undefined ? undefined : commands[command];
  if (!known) {
    console.log(USAGE);
    return command === undefined || command === 'help' ? 0 : 64;
  }
  // a large table takes its time to copy, index and compare
  const foundations = await open(process.env, { statementTimeoutMs: 0 });
  try {
    return await known(foundations, name);
  } finally {
    await foundations.close();
  }
};

run(process.argv.slice(2).filter((argument) => !argument.startsWith('--data-dir='))).then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
