import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { documentOf } from './figures/document';
import { verdictOn } from './figures/figure';
import { tableOf } from './figures/table';
import { machineLine } from './harness/machine';
import { inRepository } from './harness/repository';
import { parts } from './parts';
import { run, type Run } from './run';

const USAGE = `npm run bench -- [--only a,b] [--quick] [--json 文件 FILE] [--docs 目录 FOLDER] [--no-bars]
  --only     只测这几项 · these parts only: ${Object.keys(parts).join(', ')}
  --quick    走一遍，数字不可引用 · a short run to see that all works; its figures are not for publication
  --json     结果写入文件 · the results as JSON
  --docs     报告写到别处 · the report goes to this folder; without it a whole run writes docs/benchmarks.md
  --no-bars  不达标也返回 0 · exit code 0 even when a bar is missed`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      docs: { type: 'string' },
      'no-bars': { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const interruption = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => interruption.abort());
  const done = await run({
    only: values.only?.split(',') ?? [],
    quick: values.quick,
    say: (text) => console.log(`… ${text}`),
    signal: interruption.signal,
  });
  if (values.json) writeFileSync(values.json, `${JSON.stringify(done, null, 2)}\n`);
  const whole = !done.quick && values.only === undefined;
  // results of a partial run never replace those of a whole one
  const docs = values.docs ?? (whole ? inRepository('docs') : undefined);
  if (docs !== undefined) writeReport(docs, done);
  console.log(`\n${tableOf(done.results)}\n\n${machineLine(done.machine)}`);
  if (done.quick) console.log('快速运行：数字不可引用 · a quick run: not for publication');
  const missed = done.results.flatMap(({ figures }) => figures).filter((figure) => verdictOn(figure) === 'MISSED');
  console.log(
    missed.length === 0
      ? '全部达标 · every bar is met'
      : `${missed.length} 项未达标 · bars missed: ${missed.map(({ says }) => says).join('; ')}`,
  );
  return missed.length > 0 && !values['no-bars'] ? 1 : 0;
}

function writeReport(folder: string, { startedAt, seconds, machine, results }: Run): void {
  for (const { path: name, text } of documentOf({ startedAt, seconds, machine: machineLine(machine), results })) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof RangeError ? error.message : error);
    process.exit(1);
  },
);
