import path from 'node:path';
import { startSystem } from '@minsheng/local-system';
import { baseline, ratio } from '../figures/compared';
import type { Figure, Result } from '../figures/figure';
import { median, percentile } from '../figures/statistics';
import { withClient, type Bench } from '../harness/bench';
import { interleaved } from '../harness/rounds';
import { LargeList, linesOf, type Size } from '../loads/large-list';

const SIZE: Size = { projects: 200, indicators: 10, districts: 13, months: 12, departments: 20 };
const SMALL: Size = { projects: 10, indicators: 3, districts: 5, months: 3, departments: 2 };
/** The limit for board and ledger. */
const GOAL_MS = 300;
const COLUMNS = `project_id, no, title, domain, status, leads, co_departments, districts,
  light, lights, periods, satisfaction, grade, outcome, orders, issues, listed`;

/** A request over HTTP, and the bare SQL that reads the same rows as text. */
interface Question {
  readonly says: string;
  readonly path: string;
  readonly sql?: string;
  readonly goal?: number;
  readonly times: number;
}

const questions = (list: LargeList): readonly Question[] => {
  const of = `lists/${list.listId}`;
  const ledger = 'indicators::text, targets::text, closed::text, reports::text, verified::text, claimed::text';
  return [
    {
      says: 'board',
      path: `${of}/board`,
      times: 40,
      goal: GOAL_MS,
      sql: `select ${COLUMNS.split(', ')
        .map((name) => `p.${name}::text`)
        .join(', ')}, l.standing::text from read.project p join read.ledger l using (project_id) where p.list_id = $1`,
    },
    { says: 'board of one district, red', path: `${of}/board?district=第1区县&light=red`, times: 40, goal: GOAL_MS },
    {
      says: 'ledger, whole',
      path: `${of}/ledger`,
      times: 40,
      goal: GOAL_MS,
      sql: `select p.title, l.no, ${ledger
        .split(', ')
        .map((name) => `l.${name}`)
        .join(', ')} from read.ledger l join read.project p using (project_id) where l.list_id = $1 order by l.no`,
    },
    { says: 'ledger, 20 projects', path: `${of}/ledger?limit=20`, times: 40, goal: GOAL_MS },
    { says: 'ledger of one department', path: `${of}/ledger?department=市第1牵头单位`, times: 20 },
    { says: 'ledger of one district', path: `${of}/ledger?district=第1区县`, times: 20 },
    { says: 'ledger at the end of June', path: `${of}/ledger?period=2019-06`, times: 10 },
    { says: 'ranking of departments', path: `${of}/ranking`, times: 10 },
    { says: 'bulletin', path: `${of}/bulletin?period=2019-03`, times: 5 },
    { says: 'board as of an instant', path: `${of}/board?asOf=${new Date().toISOString()}`, times: 1 },
    {
      says: 'ledger, 20 projects, as of an instant',
      path: `${of}/ledger?limit=20&asOf=${new Date().toISOString()}`,
      times: 1,
    },
  ];
};

/** Milliseconds of so many requests, one after the other, each answer read to its end. */
async function timed(
  url: string,
  token: string,
  { path: address, times }: Pick<Question, 'path' | 'times'>,
): Promise<{ readonly times: number[]; readonly bytes: number }> {
  const taken: number[] = [];
  let bytes = 0;
  for (let time = 0; time < times; time += 1) {
    const begin = performance.now();
    const answer = await fetch(encodeURI(`${url}/api/v1/${address}`), {
      headers: { authorization: `Bearer ${token}` },
    });
    const body = await answer.arrayBuffer();
    bytes = body.byteLength;
    taken.push(performance.now() - begin);
    if (answer.status !== 200)
      throw new Error(`${address}: ${answer.status} ${Buffer.from(body).toString().slice(0, 500)}`);
  }
  return { times: taken, bytes };
}

const bare = (url: string, listId: string, sql: string, times: number): Promise<number[]> =>
  withClient(url, async (client) => {
    const taken: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const begin = performance.now();
      await client.query({ text: sql, values: [listId], rowMode: 'array' });
      taken.push(performance.now() - begin);
    }
    return taken;
  });

/** Checks that every loaded line is in the ledger. */
async function assertComplete(list: LargeList, size: Size): Promise<void> {
  type Ledger = { projects: { verified: { values: Record<string, Record<string, (string | null)[]>> } }[] };
  const { projects } = await list.read<Ledger>(`lists/${list.listId}/ledger`);
  const reported = projects
    .flatMap(({ verified: { values } }) =>
      Object.values(values).flatMap((districts) =>
        Object.entries(districts)
          .filter(([district]) => district !== '')
          .flatMap(([, cells]) => cells),
      ),
    )
    .filter((cell) => cell !== null).length;
  if (reported !== linesOf(size)) throw new Error(`${reported} lines in the ledger instead of ${linesOf(size)}`);
}

export async function board({ folder, quick, rounds, say }: Bench): Promise<Result> {
  const size = quick ? SMALL : SIZE;
  const system = await startSystem({
    dataDir: path.join(folder, 'board-system'),
    apiPort: 0,
    env: { LOG_LEVEL: 'warn' },
  });
  try {
    const list = await LargeList.of(system.url, system.issuerFile, size);
    const begin = performance.now();
    await list.load(say);
    const loaded = (performance.now() - begin) / 1_000;
    await assertComplete(list, size);
    await withClient(system.postgresUrl, (client) => client.query('vacuum analyze'));
    return await measured(
      list,
      size,
      { url: system.url, database: system.postgresUrl, loaded },
      { quick, rounds, say },
    );
  } finally {
    await system.stop();
  }
}

interface Loaded {
  readonly url: string;
  readonly database: string;
  readonly loaded: number;
}

async function measured(
  list: LargeList,
  size: Size,
  { url, database, loaded }: Loaded,
  { quick, rounds, say }: Pick<Bench, 'quick' | 'rounds' | 'say'>,
): Promise<Result> {
  const token = await list.token('commission');
  const all = questions(list).map((question) =>
    quick ? { ...question, times: Math.min(question.times, 3) } : question,
  );
  const sizes = new Map<string, number>();
  const samples = new Map<string, number[]>();
  const keep = (name: string, times: readonly number[]): number => {
    samples.set(name, [...(samples.get(name) ?? []), ...times]);
    return median(times);
  };
  // a cold process is slower
  for (const question of all) await timed(url, token, { ...question, times: Math.min(question.times, 10) });
  const perRound = await interleaved<string>(
    rounds,
    Object.fromEntries(
      all.flatMap((question) => [
        [
          question.says,
          async () => {
            const { times, bytes } = await timed(url, token, question);
            sizes.set(question.says, bytes);
            return keep(question.says, times);
          },
        ] as const,
        ...(question.sql
          ? [
              [
                `bare SQL: ${question.says}`,
                async () =>
                  keep(`bare SQL: ${question.says}`, await bare(database, list.listId, question.sql!, question.times)),
              ] as const,
            ]
          : []),
      ]),
    ),
    (round) => say(`第 ${round}/${rounds} 轮 · round ${round} of ${rounds}`),
  );

  const lines = linesOf(size);
  const figures = all.flatMap(({ says, sql, goal }): Figure[] => [
    { says: `${says}, p50`, value: median(samples.get(says)!), unit: 'ms', rounds: perRound[says] },
    {
      says: `${says}, p95`,
      value: percentile(samples.get(says)!, 0.95),
      unit: 'ms',
      ...(goal !== undefined && { bar: { atMost: goal } }),
    },
    ...(sql
      ? [
          {
            says: `bare SQL read of the same rows: ${says}, p50`,
            value: median(samples.get(`bare SQL: ${says}`)!),
            unit: 'ms' as const,
            baseline: true,
            rounds: perRound[`bare SQL: ${says}`],
          },
          ratio(`${says}, time to that of bare SQL`, perRound[says], perRound[`bare SQL: ${says}`]),
        ]
      : []),
  ]);
  const spent = list.submitted.reduce((sum, time) => sum + time, 0) / 1_000;
  return {
    part: 'board',
    title: `看板与台账 · Board and ledger of ${size.projects} projects, ${lines.toLocaleString('en')} report lines`,
    drawn: 'ms',
    method: [
      `${size.projects} projects × ${size.indicators} indicators × ${size.districts} districts × ${size.months} ` +
        `months went through the api of a whole system on its embedded PostgreSQL: ${list.submitted.length} bulk ` +
        `submissions of ${(lines / list.submitted.length).toLocaleString('en')} lines each, then a verification ` +
        `and a closing for each project and month. The ledger was counted before anything was measured.`,
      'Requests are sent over HTTP with a token, one at a time, and answers read to the last byte; percentiles ' +
        'are over all rounds. Bare SQL reads the same rows and columns as text over a connection of its own, from ' +
        'the client’s process.',
      `Answers: ${all.map(({ says }) => `${says} ${((sizes.get(says) ?? 0) / 1_048_576).toFixed(2)} MB`).join(', ')}.`,
    ],
    figures: [
      ...figures,
      baseline('lines loaded, bulk submission alone, eight requests at once', [lines / (spent / 8)]),
      { says: 'whole load: proposals to the last closing, in the read models, s', value: loaded, unit: '' },
      { says: 'bulk submission, p95', value: percentile(list.submitted, 0.95), unit: 'ms' },
    ],
  };
}
