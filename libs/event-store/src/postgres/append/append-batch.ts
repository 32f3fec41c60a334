import type { QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { CommandKeyReused, GroupRepeatedInPart, WrongRevision, type AppendReceipt } from '../../event-store';
import { rawText } from '../raw-text';
import type { AppendRequest } from './append-request';
import { encodeGroups, encodePlain, encodeSingle, expectedCode } from './batch-encoding';

/** What became of one append of a batch. */
export type AppendAnswer = AppendReceipt | WrongRevision | CommandKeyReused | GroupRepeatedInPart;
/** Appends that are done all or none; an append by itself is a group of one. */
export type Group = readonly AppendRequest[];
/** What statements are sent on. */
interface Connection {
  query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>>;
}

/** `$1, $2 …` */
const placeholders = (count: number): string => Array.from({ length: count }, (_, place) => `$${place + 1}`).join(', ');
const statement = (name: string, parameters: number, columns = name) => ({
  name,
  text: `select ${columns} from ${name}(${placeholders(parameters)})`,
  types: rawText,
});
const single = statement('es.append_single', 9, 'append_single as position');
const plain = statement('es.append_plain', 15, 'append_plain as position');
const checkedText = statement('es.append_groups', 16, 'answer, rev, pos, array_to_json(origin) as origin');

/** So many batches are looked over beforehand once one met something in its way. */
const BACKOFF_BATCHES = 50;

/**
 * Whether something may be in the way: what is, seldom comes alone, as when residents change the ratings they gave last
 * week.
 */
export class ConflictBackoff {
  private left = 0;

  get isDue(): boolean {
    return this.left > 0;
  }

  learn(wasInTheWay: boolean): void {
    this.left = wasInTheWay ? BACKOFF_BATCHES : Math.max(this.left - 1, 0);
  }
}

/**
 * Sends the groups in one transaction and answers each append of each on its own, in their order. May be sent again: it
 * takes effect once.
 */
export const appendBatch = async (
  connection: Connection,
  groups: readonly Group[],
  backoff = new ConflictBackoff(),
): Promise<AppendAnswer[][]> =>
  (await appendAsExpected(connection, groups, backoff)) ?? appendChecked(connection, groups);

/**
 * The usual case: everything is as each append expects. Undefined where it is not, or where that cannot be told
 * beforehand; then nothing was done.
 */
async function appendAsExpected(
  connection: Connection,
  groups: readonly Group[],
  backoff: ConflictBackoff,
): Promise<AppendReceipt[][] | undefined> {
  const alone = encodeSingle(groups);
  const batch = alone ? undefined : encodePlain(groups);
  if (!alone && !batch) return undefined;
  const {
    rows: [{ position }],
  } = await connection.query<{ position: string | null }>(
    alone ? { ...single, values: alone } : { ...plain, values: [backoff.isDue, ...batch!] },
  );
  if (batch) backoff.learn(position === null);
  if (position === null) return undefined;
  let last = BigInt(position) - (alone ? 1n : 0n);
  return groups.map((group) =>
    group.map(({ stream, expected, events }) => {
      last += BigInt(events.length);
      return { stream, revision: expectedCode(expected) + events.length, position: last, repeated: false };
    }),
  );
}

/** Every append by itself: what becomes of it, and why. */
async function appendChecked(connection: Connection, groups: readonly Group[]): Promise<AppendAnswer[][]> {
  const {
    rows: [row],
  } = await connection.query<Record<'answer' | 'rev' | 'pos', string> & { origin: string | null }>({
    ...checkedText,
    values: encodeGroups(groups),
  });
  const [answers, revisions, positions] = [row.answer, row.rev, row.pos].map(elements);
  const origins = row.origin === null ? undefined : (JSON.parse(row.origin) as (string | null)[]);
  let i = -1;
  return groups.map((group) =>
    group.map((request) => {
      i++;
      return answerTo(request, {
        answer: answers[i],
        rev: revisions[i],
        pos: positions[i],
        origin: origins?.[i] ?? null,
      });
    }),
  );
}

interface Answer {
  readonly answer: string;
  readonly rev: string;
  readonly pos: string;
  readonly origin: string | null;
}

function answerTo(request: AppendRequest, { answer, rev, pos, origin }: Answer): AppendAnswer {
  if (answer === '0') return new WrongRevision(request.stream, request.expected, Number(rev));
  if (answer === '3') return new CommandKeyReused(request.command!.key);
  if (answer === '4') return new GroupRepeatedInPart();
  return {
    stream: origin ?? request.stream,
    revision: Number(rev),
    position: BigInt(pos),
    repeated: answer === '2' && !request.retryKey, // nobody but this very append has its retry key
  };
}

/** The elements of a PostgreSQL array of numbers, `{1,2,3}`. */
const elements = (array: string): string[] => array.slice(1, -1).split(',');
