import type { RegionCode } from '@minsheng/contracts';
import gb2260 from './gb2260.json';

/** A province, city or county of GB/T 2260. */
export interface Place {
  readonly code: RegionCode;
  readonly name: string;
  /** The year in which the code was withdrawn; it stands for this place for ever. */
  readonly withdrawn?: number;
}

const placeFrom = (line: string): Place => {
  const [code, name, withdrawn] = line.split(' ');
  return { code: code as RegionCode, name, ...(withdrawn && { withdrawn: Number(withdrawn) }) };
};
const inForce = gb2260.places.map(placeFrom);
const withdrawn = gb2260.withdrawn.map(placeFrom);
const byCode: ReadonlyMap<string, Place> = new Map([...withdrawn, ...inForce].map((place) => [place.code, place]));

/** The edition of the table, `2026-09-11`. */
export const placesEdition: string = gb2260.edition;

/** The place that a code stands for, or stood for until it was withdrawn; undefined where GB/T 2260 never gave it. */
export const placeByCode = (code: string): Place | undefined => byCode.get(code);

/** The city and the province above a place, nearest first; a county that belongs to no city has a province alone. */
const above = ({ code }: Place): readonly Place[] =>
  [...new Set([`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`])]
    .filter((upper) => upper !== code)
    .flatMap((upper) => placeByCode(upper) ?? []);

/** The place with what it belongs to, `浙江省杭州市临安区`. */
export const fullNameOf = (place: Place): string =>
  [place, ...above(place)].reduce((below, { name }) => `${name}${below}`, '');

const KIND = /(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|自治州|自治县|自治旗|新区|林区|地区|省|市|区|县|盟|旗)$/;
/** Without its kind: 温州 for 温州市, 临安 for 临安区. A name that would be left with one character stays whole. */
const bareName = (name: string): string => {
  const bare = name.replace(KIND, '');
  return bare.length < 2 ? name : bare;
};

type Named = readonly [name: string, place: Place];
const indexOf = (all: readonly Named[]): ReadonlyMap<string, readonly Place[]> => {
  const index = new Map<string, Place[]>();
  for (const [name, place] of all) index.set(name, [...(index.get(name) ?? []), place]);
  return index;
};
const named = (places: readonly Place[]): Named[] => places.map((place) => [place.name, place]);
const formerNames = gb2260.formerNames.map((line): Named => {
  const [code, name] = line.split(' ');
  return [name, byCode.get(code)!];
});
const bare = (all: readonly Named[]): Named[] => all.map(([name, place]) => [bareName(name), place]);
/** Lists exist since 2000: names that were gone by then belong to none of them. */
const once = [...formerNames, ...named(withdrawn.filter((place) => place.withdrawn! >= 2000))];
/** In the order in which they are looked through: names in force before others, whole ones before bare ones. */
const indexes = [named(inForce), once, bare(named(inForce)), bare(once)].map(indexOf);
const formerNamesOf = indexOf(formerNames.map(([name, place]) => [place.code, { ...place, name }]));
const namesOf = (place: Place): readonly string[] =>
  [place, ...(formerNamesOf.get(place.code) ?? [])].flatMap(({ name }) => [name, bareName(name)]);

/** Whether a text names places that lie above another, each below the one before it, and nothing else. */
const namesOnly = (text: string, places: readonly Place[]): boolean =>
  text === '' ||
  places.some((place) =>
    namesOf(place).some((name) => text.endsWith(name) && namesOnly(text.slice(0, -name.length), above(place))),
  );

const asWritten = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** Whether a text is a name of this place, today's or a former one, with or without its kind and what it belongs to. */
export const isNameOf = (text: string, place: Place): boolean =>
  text.trim() !== '' && namesOnly(asWritten(text), [place]);

/** Whether a text names what lies in a place and is called so: `江苏省镇江新区` 镇江新区 in 镇江市. */
export const isNameWithin = (text: string, name: string, parent: Place | undefined): boolean => {
  const [written, own] = [asWritten(text), asWritten(name)];
  return written.endsWith(own) && namesOnly(written.slice(0, -own.length), parent ? [parent, ...above(parent)] : []);
};

/**
 * Every place that a text may name, with or without what the place belongs to and with or without its own kind at its
 * end: `浙江省杭州市临安区`, `杭州临安`, `临安市`. Several where the name is ambiguous, none where there is no such place: no
 * 广州县, no 苏州新区. A place that bears the name today hides those that bore it once.
 */
export const placesNamed = (text: string): readonly Place[] => {
  const written = asWritten(text);
  for (const index of indexes) {
    const found = Array.from({ length: written.length }, (_, at) =>
      (index.get(written.slice(at)) ?? []).filter((place) => namesOnly(written.slice(0, at), above(place))),
    ).flat();
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
};
