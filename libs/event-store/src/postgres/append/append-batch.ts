import type { QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { CommandKeyReused, GroupRepeatedInPart, WrongRevision, type AppendReceipt } from '../../event-store';
import { rawText } from '../raw-text';
import type { AppendOrder } from './append-order';
import { encodeGroups, encodeSingle } from './batch-encoding';

/** What became of one append of a batch. */
export type AppendAnswer = AppendReceipt | WrongRevision | CommandKeyReused | GroupRepeatedInPart;
/** Appends that are done all or none; an append by itself is a group of one. */
export type Group = readonly AppendOrder[];
/** What statements are sent on. */
interface Line { query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>> }

const call = {
  name: 'es.append_groups',
  text: `select answer, rev, pos, array_to_json(origin) as origin
           from es.append_groups($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
  types: rawText,
};
const callForSingle = {
  name: 'es.append_single',
  text: 'select es.append_single($1, $2, $3, $4, $5, $6, $7, $8, $9)',
  types: rawText,
  rowMode: 'array',
};

/** Sends the groups in one transaction and answers each append of each on its own, in their order. May be sent again: it takes effect once. */
export async function appendBatch(line: Line, groups: readonly Group[]): Promise<AppendAnswer[][]> {
  if (groups.length === 1 && groups[0].length === 1 && groups[0][0].events.length === 1) return [[await appendSingle(line, groups[0][0])]];
  const { rows: [row] } = await line.query<Record<'answer' | 'rev' | 'pos', string> & { origin: string | null }>({ ...call, values: encodeGroups(groups) });
  const [answers, revisions, positions] = [row.answer, row.rev, row.pos].map(elements);
  const origins = row.origin === null ? undefined : (JSON.parse(row.origin) as (string | null)[]);
  let i = -1;
  return groups.map((group) => group.map((order) => { i++; return answerTo(order, { answer: answers[i], rev: revisions[i], pos: positions[i], origin: origins?.[i] ?? null }); }));
}

/** The fast path of the quiet hours: one append of one event, alone in its batch. */
async function appendSingle(line: Line, order: AppendOrder): Promise<AppendAnswer> {
  const { rows: [[said]] } = await line.query<[string]>({ ...callForSingle, values: encodeSingle(order) });
  const [, answer, rev, pos, origin] = SAID.exec(said)!;
  return answerTo(order, { answer, rev, pos, origin });
}

/** "answer rev pos origin"; the name of a stream may hold spaces. */
const SAID = /^(\d)(?: (-?\d+))?(?: (\d+))?(?: (.*))?$/s;

interface Answer { readonly answer: string; readonly rev: string; readonly pos: string; readonly origin?: string | null }

function answerTo(order: AppendOrder, { answer, rev, pos, origin }: Answer): AppendAnswer {
  if (answer === '0') return new WrongRevision(order.stream, order.expected, Number(rev));
  if (answer === '3') return new CommandKeyReused(order.command!.key);
  if (answer === '4') return new GroupRepeatedInPart();
  return {
    stream: origin ?? order.stream,
    revision: Number(rev),
    position: BigInt(pos),
    repeated: answer === '2' && !order.retryKey, // nobody but this very append has its retry key
  };
}

/** The elements of a PostgreSQL array of numbers, `{1,2,3}`. */
const elements = (array: string): string[] => array.slice(1, -1).split(',');
