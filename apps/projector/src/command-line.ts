import 'reflect-metadata';
import { POLICIES, projections, type AnyProjection } from '@minsheng/read-models';
import { open, type Foundations } from './open';
import { ProgressLine } from './command-line/progress-line';
import { pause, resume, retry, setAsideLine, status } from './command-line/projection-control';
import { rebuild, rollBack } from './projecting/rebuild/rebuild';
import { verify } from './projecting/rebuild/verify';

const USAGE =
  `npm run projector -- COMMAND [NAME|all]
  status            position of each, the process that moves it, why it is halted, and what is set aside (exit code 1
                    when one is halted or something is set aside)
  verify [NAME]     rebuilds each read model into a shadow table and compares it with the live one, byte for byte
  rebuild NAME      the same, then swaps the shadow table in; the old one stays as <name>__old
  rollback NAME     swaps the table that the last rebuild replaced back in
  pause NAME        pauses it
  resume NAME       resumes it
  retry NAME        after the cause is gone: applies what is set aside and restarts a halted one (exit code 1 when
                    something is still set aside)
NAME is one of ${[...projections.map(({ name }) => name), POLICIES].join(', ')}; the last is no read model and can ` +
  `only be paused, resumed and retried.`;

const models = (name = 'all'): readonly AnyProjection[] => {
  const found = projections.filter((projection) => name === 'all' || projection.name === name);
  if (found.length === 0)
    throw new Error(`No read model is called ${name}: ${projections.map((projection) => projection.name).join(', ')}`);
  return found;
};
const subscribers = (name: string | undefined): readonly string[] =>
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
    for (const subscriber of subscribers(named(name))) console.log(await change(foundations, subscriber));
    return 0;
  };

const commands: Readonly<Record<string, Command>> = {
  status,
  pause: each(pause),
  resume: each(resume),
  retry: async (foundations, name) => {
    let code = 0;
    for (const subscriber of subscribers(named(name))) code = Math.max(code, await retry(foundations, subscriber));
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
            verdict.equal ? 'equal' : verdict.behind ? 'BEHIND: it has not reached the head of the log' : 'DIFFERENT'
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
          ? 'the live one was behind'
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
      console.log(`${projection.name}: rolled back, continues from position ${await rollBack(dataSource, projection)}`);
    return 0;
  },
};

const run = async ([command, name]: readonly string[]): Promise<number> => {
  const known = command === undefined ? undefined : commands[command];
  if (!known) {
    console.log(USAGE);
    return [undefined, 'help', '--help', '-h'].includes(command) ? 0 : 64;
  }
  // copying, indexing and comparing a large table takes long
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
