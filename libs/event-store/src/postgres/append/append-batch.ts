import type { Pool } from 'pg';
import { CommandKeyReused, WrongRevision, type AppendReceipt } from '../../event-store';
import { rawText } from '../raw-text';
import type { AppendOrder } from './append-order';
import { encodeBatch, encodeOne } from './batch-encoding';

/** What became of one append of a batch. */
export type AppendAnswer = AppendReceipt | WrongRevision | CommandKeyReused;

const call = {
  name: 'es.append_batch',
  text: `select answer, rev, pos, array_to_json(origin) as origin
           from es.append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
  types: rawText,
};

const callForOne = {
  name: 'es.append_one',
  text: 'select answer, rev, pos, origin from es.append_one($1, $2, $3, $4, $5, $6, $7, $8, $9)',
  types: rawText,
};

/** Sends the appends in one transaction and answers each on its own, in their order. May be sent again: it takes effect once. */
export async function appendBatch(connection: Pick<Pool, 'query'>, orders: readonly AppendOrder[]): Promise<AppendAnswer[]> {
  if (orders.length === 1) return [await appendOne(connection, orders[0])];
  const { rows: [row] } = await connection.query<Record<'answer' | 'rev' | 'pos', string> & { origin: string | null }>({ ...call, values: encodeBatch(orders) });
  const [answers, revisions, positions] = [row.answer, row.rev, row.pos].map(elements);
  const origins = row.origin === null ? undefined : (JSON.parse(row.origin) as (string | null)[]);
  return orders.map((order, i) => answerTo(order, { answer: answers[i], rev: revisions[i], pos: positions[i], origin: origins?.[i] ?? null }));
}

/** The fast path of the quiet hours. */
async function appendOne(connection: Pick<Pool, 'query'>, order: AppendOrder): Promise<AppendAnswer> {
  const { rows: [row] } = await connection.query<Answer>({ ...callForOne, values: encodeOne(order) });
  return answerTo(order, row);
}

interface Answer { readonly answer: string; readonly rev: string; readonly pos: string; readonly origin: string | null }

function answerTo(order: AppendOrder, { answer, rev, pos, origin }: Answer): AppendAnswer {
  if (answer === '0') return new WrongRevision(order.stream, order.expected, Number(rev));
  if (answer === '3') return new CommandKeyReused(order.command!.key);
  return {
    stream: origin ?? order.stream,
    revision: Number(rev),
    position: BigInt(pos),
    repeated: answer === '2' && !order.retryKey, // nobody but this very append has its retry key
  };
}

/** The elements of a PostgreSQL array of numbers, `{1,2,3}`. */
const elements = (array: string): string[] => array.slice(1, -1).split(',');
