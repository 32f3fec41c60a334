import { createHash } from 'node:crypto';
import { NATION } from '@minsheng/contracts';
import { fullNameOf, placeByCode, placesNamed } from '@minsheng/domain';
import { YearError } from './client/year-error';

export interface Region {
  readonly code: string;
  /** What a list of the region calls it. */
  readonly name: string;
  /** What is registered before the list is opened, where the code is no place of GB/T 2260. */
  readonly zone?: { readonly name: string; readonly parent: string; readonly reason: string };
  readonly note?: string;
}

/** A code that GB/T 2260 gives to nobody (99xxxx), the same for the same name. */
const standInFor = (city: string): string =>
  `99${String(createHash('sha256').update(city).digest().readUInt32BE(0) % 10_000).padStart(4, '0')}`;

/**
 * The place that the beginning of a name says, `江苏省苏州市` of `江苏省苏州市工业园区`, where the code begins as that of the
 * place does; else the whole country.
 */
const parentOf = (city: string, code: string): string => {
  const parent = Array.from({ length: city.length }, (_, cut) =>
    placesNamed(city.slice(0, city.length - 1 - cut)),
  ).find((places) => places.length === 1)?.[0].code;
  const isPrefix = parent !== undefined && code.startsWith(parent.slice(0, parent.endsWith('0000') ? 2 : 4));
  return isPrefix ? parent : NATION;
};

/** The region of a list: the given code, else the place of its name, else a functional zone. @throws YearError */
export const regionOf = (city: string, given?: string): Region => {
  const places = given === undefined ? placesNamed(city) : [placeByCode(given)].filter((place) => place !== undefined);
  if (places.length === 1) return { code: places[0].code, name: given === undefined ? city : fullNameOf(places[0]) };
  if (places.length > 1)
    throw new YearError(
      'REGION_AMBIGUOUS',
      `「${city}」不止一处，请用 --region 指定 · name one by --region: ` +
        places.map((place) => `${place.code} ${fullNameOf(place)}`).join('，'),
    );
  const code = given ?? standInFor(city);
  const name = city.slice(0, 60);
  return {
    code,
    name,
    zone: { name, parent: parentOf(city, code), reason: '演练：名称不在 GB/T 2260 中。' },
    note: `「${city}」不在 GB/T 2260 中，登记为功能区 ${code}；可用 --region 指定 · registered as a functional zone`,
  };
};
