import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListId, MeetingId, ProjectId, regionOf, siteStates, type SiteState } from '@minsheng/contracts';
import { meetings, sites, type SiteRow } from '@minsheng/read-models';
import { z } from 'zod';
import { parsed } from '../http/asked';
import { Problem } from '../http/problem';
import { asOfQuery, pageQuery, Queried, Reads } from '../http/reads';
import { staff } from '../identity/access';
import { assertSameRegion, CallerOf, type Caller } from '../identity/caller';
import { AsOf } from '../reading/as-of';
import { pageOf, pageStart, type PageQuery } from '../reading/page';
import { ReadModels } from '../reading/read-models';

/** West, south, east, north in degrees of WGS 84, as maps ask for what is in view. */
const Box = z.string().regex(/^-?\d{1,3}(\.\d+)?(,-?\d{1,3}(\.\d+)?){3}$/, '西,南,东,北 (west,south,east,north)').transform((text) => text.split(',').map(Number));
const sitesQuery = { bbox: Box.optional(), state: z.enum(siteStates).optional(), district: z.string().optional(), limit: z.coerce.number().int().min(1).max(2_000).default(500), cursor: pageQuery.cursor };
interface SitesQuery extends PageQuery { readonly bbox?: readonly number[]; readonly state?: SiteState; readonly district?: string }

const shown = ({ siteId: _, regionCode: __, listId: ___, ...site }: SiteRow) => site;
const inBox = ({ longitude, latitude }: SiteRow, [west, south, east, north]: readonly number[]): boolean =>
  longitude !== null && latitude !== null && Number(longitude) >= west && Number(longitude) <= east && Number(latitude) >= south && Number(latitude) <= north;

@ApiTags('点位与联席会议 sites and meetings')
@Controller()
export class SitesAndMeetingsController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @Reads('projects/:projectId/sites', 'everyone', '项目点位 Sites of a project', { ...asOfQuery, ...sitesQuery })
  async ofProject(@Param('projectId') id: string, @AsOf() asOf: Date | undefined, @Queried() query: SitesQuery) {
    const projectId = parsed(ProjectId, id, '/projectId');
    return { projectId, ...(await this.tally('projectId', projectId, asOf)), ...(await this.page('projectId', projectId, query, asOf)) };
  }

  @Reads('lists/:listId/sites', 'everyone', '清单点位：按视野、状态、地区 Sites of a list: in view, by state and district', { ...asOfQuery, ...sitesQuery })
  async ofList(@Param('listId') id: string, @AsOf() asOf: Date | undefined, @Queried() query: SitesQuery) {
    const listId = parsed(ListId, id, '/listId');
    return { listId, ...(await this.tally('listId', listId, asOf)), ...(await this.page('listId', listId, query, asOf)) };
  }

  @Reads('lists/:listId/meetings', staff, '联席会议 Meetings of the joint conference', asOfQuery)
  async meetings(@Param('listId') id: string, @CallerOf() caller: Caller, @AsOf() asOf: Date | undefined) {
    const listId = parsed(ListId, id, '/listId');
    assertSameRegion(caller.actor, listId);
    const rows = await this.readModels.all(meetings, { listId }, asOf);
    return { listId, meetings: rows.sort((a, b) => (`${a.heldOn} ${a.meetingId}` < `${b.heldOn} ${b.meetingId}` ? -1 : 1)).map(({ listId: _, regionCode: __, ...meeting }) => meeting) };
  }

  @Reads('meetings/:meetingId', staff, '一次联席会议：议程、决定与落实 A meeting: agenda, decisions and their follow-up', asOfQuery)
  async meeting(@Param('meetingId') id: string, @CallerOf() caller: Caller, @AsOf() asOf: Date | undefined) {
    const meetingId = parsed(MeetingId, id, '/meetingId');
    if (caller.actor.region && caller.actor.region !== regionOf(meetingId)) throw new Problem('OTHER_REGION', { region: caller.actor.region });
    const row = await this.readModels.one(meetings, meetingId, asOf);
    if (!row) throw new Problem('NOT_FOUND', { what: '会议 meeting' });
    return row;
  }

  private async tally(column: 'projectId' | 'listId', scope: string, asOf: Date | undefined) {
    const none = Object.fromEntries(siteStates.map((state) => [state, 0]));
    if (asOf) return { states: (await this.readModels.all(sites, { [column]: scope }, asOf)).reduce((tally, { state }) => ({ ...tally, [state]: tally[state] + 1 }), none) };
    const counts: { state: string; count: string }[] = await this.readModels.dataSource.manager.createQueryBuilder(sites.entity, 's').select('s.state', 'state').addSelect('count(*)', 'count').where(`s.${column} = :scope`, { scope }).groupBy('s.state').getRawMany();
    return { states: { ...none, ...Object.fromEntries(counts.map(({ state, count }) => [state, Number(count)])) } };
  }

  private async page(column: 'projectId' | 'listId', scope: string, { bbox, state, district, cursor, limit }: SitesQuery, asOf: Date | undefined) {
    if (asOf) {
      const rows = (await this.readModels.all(sites, { [column]: scope }, asOf)).filter((site) => (state === undefined || site.state === state) && (district === undefined || site.district === district) && (bbox === undefined || inBox(site, bbox)));
      const { items, next } = pageOf(rows, ({ siteId }) => siteId, { limit, ...(cursor !== undefined && { cursor }) });
      return { sites: items.map(shown), ...(next !== undefined && { next }) };
    }
    const query = this.readModels.dataSource.manager.createQueryBuilder(sites.entity, 's').where(`s.${column} = :scope`, { scope }).andWhere('s.siteId > :after', { after: pageStart(cursor) });
    if (state !== undefined) query.andWhere('s.state = :state', { state });
    if (district !== undefined) query.andWhere('s.district = :district', { district });
    if (bbox !== undefined) query.andWhere('s.longitude between :west and :east and s.latitude between :south and :north', { west: bbox[0], south: bbox[1], east: bbox[2], north: bbox[3] });
    const { items, next } = pageOf(await query.orderBy('s.siteId').limit(limit + 1).getMany(), ({ siteId }) => siteId, { limit });
    return { sites: items.map(shown), ...(next !== undefined && { next }) };
  }
}
