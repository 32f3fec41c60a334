import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RegionCode, registerRoutes } from '@minsheng/contracts';
import { fullNameOf, isNameWithin, placeByCode, placesEdition, placesNamed, type Place } from '@minsheng/domain';
import { functionalZones, type FunctionalZoneRow } from '@minsheng/read-models';
import { z } from 'zod';
import { parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { Answers, Query } from '../http/query-route';
import { ReadModels } from '../reading/read-models';
import type { ReadView } from '../reading/read-view';

const placeView = (place: Place) => ({
  regionCode: place.code,
  name: place.name,
  fullName: fullNameOf(place),
  kind: 'place' as const,
  withdrawn: place.withdrawn ?? null,
});
const zoneView = ({ regionCode, name, parent, reason, registeredOn }: FunctionalZoneRow) => {
  const place = placeByCode(parent);
  return {
    regionCode,
    name,
    fullName: place ? `${fullNameOf(place)}${name}` : name,
    kind: 'functional zone' as const,
    parent,
    reason,
    registeredOn,
  };
};

@ApiTags('登记 registers')
@Controller()
export class RegionsController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @Answers(registerRoutes.FunctionalZones)
  async zones() {
    const view = await this.readModels.view(undefined, functionalZones);
    return { functionalZones: (await this.allZones(view)).map(zoneView), ...view.notCurrent() };
  }

  @Answers(registerRoutes.RegionsNamed, {
    name: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .describe('可带所属省市，可省略“市、区、县”。With or without province, city and kind.'),
  })
  async named(@Query() { name }: { name: string }) {
    const view = await this.readModels.view(undefined, functionalZones);
    const zones = (await this.allZones(view)).map(zoneView);
    const named = zones.filter((zone) => isNameWithin(name, zone.name, placeByCode(zone.parent)));
    return {
      name,
      edition: placesEdition,
      regions: [...placesNamed(name).map(placeView), ...named],
      ...view.notCurrent(),
    };
  }

  @Answers(registerRoutes.Region)
  async region(@Param('regionCode') code: string) {
    const regionCode = parsed(RegionCode, code, '/regionCode');
    const place = placeByCode(regionCode);
    if (place) return placeView(place);
    const view = await this.readModels.view(undefined, functionalZones);
    const zone = await view.row(functionalZones, regionCode);
    if (!zone) throw new Problem('NOT_FOUND', { what: '地区 region' });
    return zoneView(zone);
  }

  private async allZones(view: ReadView): Promise<FunctionalZoneRow[]> {
    const rows = await view.dataSource.manager.find(functionalZones.entity, { order: { regionCode: 'ASC' } });
    return view.current(rows);
  }
}
