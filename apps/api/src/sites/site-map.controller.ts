import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListId, ProjectId, siteStates, type SiteState, sitesRoutes } from '@minsheng/contracts';
import { projects, sites, type SiteRow } from '@minsheng/read-models';
import { z } from 'zod';
import { parsed } from '../http/command.param';
import { asOfQuery, pageQuery, Answers, Query } from '../http/query-route';
import { Problem } from '../http/problem';
import { CallerOf, isOfTheOffice, type Caller } from '../identity/caller';
import { isPublic } from '../reading/is-public';
import { AsOf } from '../reading/as-of';
import { pageOf, pageStart, type PageQuery } from '../reading/page';
import { ReadModels } from '../reading/read-models';
import type { ReadView } from '../reading/read-view';

/** West, south, east, north in degrees of WGS 84, as maps ask for what is in view. */
const Box = z
  .string()
  .regex(/^-?\d{1,3}(\.\d+)?(,-?\d{1,3}(\.\d+)?){3}$/, '西,南,东,北 (west,south,east,north)')
  .transform((text) => text.split(',').map(Number));
const sitesQuery = {
  bbox: Box.optional(),
  state: z.enum(siteStates).optional(),
  district: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(2_000).default(500),
  cursor: pageQuery.cursor,
};
interface SitesQuery extends PageQuery {
  readonly bbox?: readonly number[];
  readonly state?: SiteState;
  readonly district?: string;
}

const shown = ({ siteId: _, regionCode: __, listId: ___, ...site }: SiteRow) => site;
const inBox = ({ longitude, latitude }: SiteRow, [west, south, east, north]: readonly number[]): boolean =>
  longitude !== null &&
  latitude !== null &&
  Number(longitude) >= west &&
  Number(longitude) <= east &&
  Number(latitude) >= south &&
  Number(latitude) <= north;

@ApiTags('点位 sites')
@Controller()
export class SiteMapController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @Answers(sitesRoutes.SitesOfProject, { ...asOfQuery, ...sitesQuery })
  async ofProject(
    @Param('projectId') id: string,
    @CallerOf() caller: Caller | undefined,
    @AsOf() asOf: Date | undefined,
    @Query() query: SitesQuery,
  ) {
    const projectId = parsed(ProjectId, id, '/projectId');
    const view = await this.readModels.view(asOf, sites, projects);
    const project = await view.row(projects, projectId);
    if (!project || (!isOfTheOffice(caller) && !isPublic(project)))
      throw new Problem('NOT_FOUND', { what: '项目 project' });
    return {
      projectId,
      ...(await tally(view, 'projectId', projectId)),
      ...(await pageOfSites(view, 'projectId', projectId, query)),
    };
  }

  @Answers(sitesRoutes.SitesOfList, { ...asOfQuery, ...sitesQuery })
  async ofList(@Param('listId') id: string, @AsOf() asOf: Date | undefined, @Query() query: SitesQuery) {
    const listId = parsed(ListId, id, '/listId');
    const view = await this.readModels.view(asOf, sites);
    return {
      listId,
      ...view.notCurrent(listId),
      ...(await tally(view, 'listId', listId)),
      ...(await pageOfSites(view, 'listId', listId, query)),
    };
  }
}

/** The sites that a view may show. */
const sitesIn = (view: ReadView, column: 'projectId' | 'listId', scope: string) => {
  const query = view.dataSource.manager.createQueryBuilder(sites.entity, 's').where(`s.${column} = :scope`, { scope });
  const missing = view.missing(scope);
  return missing.length === 0 ? query : query.andWhere('s.projectId not in (:...missing)', { missing });
};

const tally = async (view: ReadView, column: 'projectId' | 'listId', scope: string) => {
  const none = Object.fromEntries(siteStates.map((state) => [state, 0]));
  if (view.asOf)
    return {
      states: (await view.all(sites, { [column]: scope })).reduce(
        (tally, { state }) => ({ ...tally, [state]: tally[state] + 1 }),
        none,
      ),
    };
  const counts: { state: string; count: string }[] = await sitesIn(view, column, scope)
    .select('s.state', 'state')
    .addSelect('count(*)', 'count')
    .groupBy('s.state')
    .getRawMany();
  return { states: { ...none, ...Object.fromEntries(counts.map(({ state, count }) => [state, Number(count)])) } };
};

const pageOfSites = async (
  view: ReadView,
  column: 'projectId' | 'listId',
  scope: string,
  { bbox, state, district, cursor, limit }: SitesQuery,
) => {
  if (view.asOf) {
    const rows = (await view.all(sites, { [column]: scope })).filter(
      (site) =>
        (state === undefined || site.state === state) &&
        (district === undefined || site.district === district) &&
        (bbox === undefined || inBox(site, bbox)),
    );
    const { items, next } = pageOf(rows, ({ siteId }) => siteId, { limit, ...(cursor !== undefined && { cursor }) });
    return { sites: items.map(shown), ...(next !== undefined && { next }) };
  }
  const query = sitesIn(view, column, scope).andWhere('s.siteId > :after', { after: pageStart(cursor) });
  if (state !== undefined) query.andWhere('s.state = :state', { state });
  if (district !== undefined) query.andWhere('s.district = :district', { district });
  if (bbox !== undefined)
    query.andWhere('s.longitude between :west and :east and s.latitude between :south and :north', {
      west: bbox[0],
      south: bbox[1],
      east: bbox[2],
      north: bbox[3],
    });
  const { items, next } = pageOf(
    await query
      .orderBy('s.siteId')
      .limit(limit + 1)
      .getMany(),
    ({ siteId }) => siteId,
    { limit },
  );
  return { sites: items.map(shown), ...(next !== undefined && { next }) };
};
