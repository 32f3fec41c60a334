import { colours, yearOf, type ListId } from '@minsheng/contracts';
import { idsIn, projects, readBytes, standingsOf, verifiedLedgers } from '@minsheng/read-models';
import { listed, type JsonPart } from '../reading/json-text';
import type { ReadView } from '../reading/read-view';
import { ledgersOf } from './ledger.reads';
import { boardColumns, boardLine, printedOrder, refutedBy, withoutVerdict, type BoardRow } from './project.view';

/** The text of where each project's indicators stand: made when the figures changed, passed on as it is. */
const standingsOfAll = async (
  view: ReadView,
  listId: ListId,
  ids: readonly string[],
): Promise<Map<string, JsonPart>> => {
  if (view.asOf)
    return new Map(
      (await ledgersOf(view, verifiedLedgers, listId, ids)).map(({ projectId, standing }) => [
        projectId,
        JSON.stringify(standing),
      ]),
    );
  const rows = await readBytes(
    view.dataSource,
    `select project_id, standing::text from read.ledger where project_id in ${idsIn(ids)}`,
  );
  return new Map(rows.map(([id, standing]) => [id.toString(), standing]));
};

/** What was promised by those that have no figures yet: candidates, seen by staff alone. */
const promisedBy = async (view: ReadView, listId: ListId, ids: ReadonlySet<string>): Promise<Map<string, string>> => {
  if (ids.size === 0) return new Map();
  const rows = await view.some(projects, { listId }, ['projectId', 'commitment']);
  return new Map(
    rows
      .filter(({ projectId }) => ids.has(projectId))
      .map(({ projectId, commitment }) => [
        projectId,
        JSON.stringify(standingsOf(commitment.indicators, {}, {}, yearOf(projectId))),
      ]),
  );
};

/**
 * The board as JSON: two hundred projects with their districts are two megabytes, which nobody needs to take apart and
 * put together again.
 */
/** The text of a standing, put together again where its figures do not hold. */
const verdictsIn = (standing: JsonPart, refuted: string | undefined): JsonPart =>
  refuted === undefined ? standing : JSON.stringify(withoutVerdict(JSON.parse(standing.toString()), refuted));

export const boardText = async (
  view: ReadView,
  listId: ListId,
  shows: (row: BoardRow) => boolean,
): Promise<JsonPart[]> => {
  const shown = (await view.some(projects, { listId }, boardColumns)).filter(shows).sort(printedOrder);
  const standings = await standingsOfAll(
    view,
    listId,
    shown.map(({ projectId }) => projectId),
  );
  const promised = await promisedBy(
    view,
    listId,
    new Set(shown.map(({ projectId }) => projectId).filter((id) => !standings.has(id))),
  );
  const lines = shown.map((row) => [
    `${JSON.stringify(boardLine(row)).slice(0, -1)},"indicators":`,
    verdictsIn(standings.get(row.projectId) ?? promised.get(row.projectId) ?? '[]', refutedBy(row)),
    '}',
  ]);
  const lights = Object.fromEntries(
    colours.map((colour) => [colour, shown.filter(({ light }) => light === colour).length]),
  );
  return [
    `${JSON.stringify({
      listId,
      asOf: view.asOf?.toISOString() ?? null,
      ...view.notCurrent(listId),
      lights,
    }).slice(0, -1)},"projects":[`,
    ...listed(lines),
    ']}',
  ];
};
