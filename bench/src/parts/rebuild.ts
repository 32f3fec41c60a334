import { spawn } from 'node:child_process';
import { baseline, rate, ratio } from '../figures/compared';
import type { Result } from '../figures/figure';
import { emptyLedger, withClient, type Bench, type Ledger } from '../harness/bench';
import { withHired } from '../harness/hire';
import { environmentFor, inRepository } from '../harness/repository';
import { interleaved } from '../harness/rounds';
import { copyIn } from '../loads/copy-in';
import { EVENTS_PER_PROJECT, linesOfLog } from '../loads/deliveries';
import { linesOfSeason, PROJECTS_RATED } from '../loads/ratings';

const PROJECTS = 20_000;
const COLUMNS = 'global_position, revision, recorded_at, event_id, stream_id, type, shape_version, data, metadata';

export async function rebuild({ server, quick, say }: Bench): Promise<Result> {
  const projects = quick ? 400 : PROJECTS;
  const rounds = quick ? 1 : 3;
  const events = projects * EVENTS_PER_PROJECT;
  const [season, year] = [
    await emptyLedger(server, 'bench_rebuild_season'),
    await emptyLedger(server, 'bench_rebuild_year'),
  ];
  say(`写入两份各 ${events} 个事件的日志 · filling two logs of ${events} events`);
  await fill(season, linesOfSeason(events));
  await fill(year, linesOfLog(projects));
  // A rebuild does not validate events again that the live read model has applied; so there must be a live one.
  for (const [ledger, name] of [
    [season, 'rating_tally'],
    [year, 'project'],
    [year, 'report'],
  ] as const)
    await rebuildByCommand(ledger, name);

  const perSecond = async (work: () => Promise<number>, expected: number): Promise<number> => {
    const begin = performance.now();
    const done = await work();
    const rate = (events / (performance.now() - begin)) * 1_000;
    if (done !== expected) throw new Error(`${done} instead of ${expected}: what was measured is not what was meant`);
    return rate;
  };
  const rates = await interleaved(
    rounds,
    {
      tally: () => perSecond(() => rebuildByCommand(season, 'rating_tally'), PROJECTS_RATED),
      readSeason: () => perSecond(() => onceInAProcess(season, 'read'), events),
      copy: () => perSecond(() => onceInAProcess(season, 'copy', { rows: events }), events),
      project: () => perSecond(() => rebuildByCommand(year, 'project'), projects),
      report: () => perSecond(() => rebuildByCommand(year, 'report'), projects * 11),
      readYear: () => perSecond(() => onceInAProcess(year, 'read'), events),
    },
    (round) => say(`第 ${round}/${rounds} 轮 · round ${round} of ${rounds}`),
  );
  return {
    part: 'rebuild',
    title: `重建 · Rebuild of a read model from ${events.toLocaleString('en')} events`,
    drawn: '/s',
    method: [
      `Two logs, valid by the contracts. In the season ${PROJECTS_RATED.toLocaleString('en')} projects are rated, ` +
        `each rating an event and a stream of its own: millions of narrow rows, for which the bars ` +
        `were set. The year holds ${projects.toLocaleString('en')} projects from proposal to ` +
        `completion, ${EVENTS_PER_PROJECT} events each, whose rows are long (all their months, lights and ` +
        `orders) and have no bar.`,
      'Each line is the time of one whole process, its start included. Rebuild is the command of the operator, `npm ' +
        'run projector -- rebuild NAME`, comparison and swap included; its rows are counted after each round.',
      'Reading alone takes the same log through `readAll` in pages of 2,000, the next one requested while this one ' +
        'is received, and does nothing with the events. COPY writes as many rows of three narrow columns into a ' +
        'table with a primary key.',
    ],
    figures: [
      rate('rebuild of rating_tally from the season', rates.tally),
      baseline('reading the season alone', rates.readSeason),
      baseline('COPY of narrow rows', rates.copy),
      ratio('rebuild of rating_tally, to reading alone', rates.tally, rates.readSeason, 0.75),
      ratio('rebuild of rating_tally, to COPY', rates.tally, rates.copy, 0.4),
      rate('rebuild of project from the year', rates.project),
      rate('rebuild of report from the year', rates.report),
      baseline('reading the year alone', rates.readYear),
      ratio('rebuild of project, to reading alone', rates.project, rates.readYear),
      ratio('rebuild of report, to reading alone', rates.report, rates.readYear),
    ],
  };
}

/** COPY into the table of the log: a million appends would take longer than all measurements here. */
async function fill({ url }: Ledger, lines: Iterable<string>): Promise<void> {
  await withClient(url, async (client) => {
    await copyIn(client, `es.events (${COLUMNS})`, lines);
    await client.query('vacuum analyze es.events'); // otherwise the first reader would do the server's housekeeping
    await client.query('checkpoint');
  });
}

/** The operator's command, from start to end; returns the number of rows of the new read model. */
async function rebuildByCommand({ url, projector }: Ledger, name: string): Promise<number> {
  const code = await new Promise((resolve) => {
    spawn(process.execPath, [inRepository('apps/projector/dist/command-line.js'), 'rebuild', name], {
      env: environmentFor(projector),
      stdio: ['ignore', 'ignore', 'inherit'],
    }).once('exit', resolve);
  });
  if (code !== 0) throw new Error(`The rebuild of ${name} ended with ${String(code)}`);
  return withClient(url, async (client) =>
    Number((await client.query<{ n: string }>(`select count(*) as n from read."${name}"`)).rows[0].n),
  );
}

const onceInAProcess = ({ url }: Ledger, task: 'read' | 'copy', input: object = {}): Promise<number> =>
  withHired('loads/whole-log', { url }, (helper) => helper.ask<number>(task, input));
