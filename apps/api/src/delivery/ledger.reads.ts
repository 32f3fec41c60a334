import type { ListId } from '@minsheng/contracts';
import { idsIn, ledgers, projects, readBytes, type LedgerRow } from '@minsheng/read-models';
import { listed, type JsonPart } from '../reading/json-text';
import type { ReadView } from '../reading/read-view';
import { pageOf, type PageQuery } from '../reading/page';
import { ledgerView, type LedgerFilter } from './ledger.view';

interface Named {
  readonly projectId: string;
  readonly no: number;
  readonly title: string;
}
const orderKey = ({ no, projectId }: Named): string => `${String(no).padStart(4, '0')} ${projectId}`;

const COLUMNS = ['indicators', 'targets', 'closed', 'reports', 'verified', 'claimed'] as const;
/** PostgreSQL's own text, column by column: a whole list is seven megabytes. */
const wholeText = async ({ dataSource }: ReadView, ids: readonly string[]): Promise<JsonPart[][]> => {
  const rows = await readBytes(
    dataSource,
    `select json_build_object('projectId', l.project_id, 'no', l.no, 'title',
      p.title)::text, ${COLUMNS.map((name) => `l.${name}::text`).join(', ')}
    from read.ledger l join read.project p using (project_id) where l.project_id in ${idsIn(ids)} order by l.no,
    l.project_id`,
  );
  return rows.map(([head, ...columns]) => [
    head.subarray(0, -1),
    ...columns.flatMap((text, index) => [`,"${COLUMNS[index]}":`, text]),
    '}',
  ]);
};

/** As of an instant, so many projects are sooner read by the name of their list than one by one. */
const MANY = 20;
/** The ledgers of some projects of a list. */
export const ledgersOf = (
  view: ReadView,
  projection: typeof ledgers,
  listId: ListId,
  ids: readonly string[],
): Promise<LedgerRow[]> => view.all(projection, view.asOf && ids.length > MANY ? { listId } : { projectId: ids });

/** What is asked for of each project, cut out in memory. */
const cutText = async (
  reading: ReadView,
  page: readonly Named[],
  listId: ListId,
  filter: LedgerFilter,
): Promise<JsonPart[][]> => {
  const rows = await ledgersOf(
    reading,
    ledgers,
    listId,
    page.map(({ projectId }) => projectId),
  );
  return page.flatMap(({ projectId, title }) => {
    const row = rows.find((row) => row.projectId === projectId);
    const view = row && ledgerView(row, title, filter);
    return view ? [[JSON.stringify(view)]] : [];
  });
};

/** The projects that can hold what is asked for, so that no other ledger is read at all. */
const namedIn = async (
  view: ReadView,
  listId: ListId,
  { project, department, district }: LedgerFilter,
): Promise<Named[]> => {
  const rows = await view.some(projects, { listId }, [
    'projectId',
    'no',
    'title',
    'deliveryVersion',
    'leads',
    'districts',
  ]);
  return rows
    .filter(
      ({ projectId, deliveryVersion, leads, districts }) =>
        deliveryVersion > 0 &&
        (project === undefined || project === projectId) &&
        (department === undefined || (leads as readonly string[]).includes(department)) &&
        (district === undefined || (districts as readonly string[]).includes(district)),
    )
    .map(({ projectId, no, title }) => ({ projectId, no: no ?? 1000, title }));
};

/** The ledger of a list as JSON: whole, or a page of projects where a limit is asked for. */
export const ledgerText = async (
  view: ReadView,
  listId: ListId,
  filter: LedgerFilter,
  page: Partial<PageQuery>,
): Promise<JsonPart[]> => {
  const { asOf } = view;
  const named = await namedIn(view, listId, filter);
  const { items, next } = pageOf(named, orderKey, {
    limit: page.limit ?? named.length,
    ...(page.cursor !== undefined && { cursor: page.cursor }),
  });
  const { project: _, ...parts } = filter;
  const wanted = Object.values(parts).some((part) => part !== undefined);
  const texts =
    asOf || wanted
      ? await cutText(view, items, listId, filter)
      : await wholeText(
          view,
          items.map(({ projectId }) => projectId),
        );
  const head = JSON.stringify({
    listId,
    asOf: asOf?.toISOString() ?? null,
    ...view.notCurrent(listId),
    ...(next !== undefined && { next }),
  });
  return [`${head.slice(0, -1)},"projects":[`, ...listed(texts), ']}'];
};
