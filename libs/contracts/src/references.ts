import type { z } from 'zod';
import { LineageLink } from './commitment';
import {
  ListId,
  listOf,
  MeetingId,
  MeetingOfAnyYear,
  ProjectId,
  ProjectOfAnyYear,
  regionOf,
  SuggestionId,
  yearOf,
  type IdOfList,
  type RegionCode,
} from './ids';
import { SchemaPlaces } from './schema-places';

/** How far an id in the data of a command may reach, seen from the id that the command is addressed to. */
export type Reach = 'the list' | 'the region' | 'an earlier list of the region' | 'the region and those above it';

/** A promise may be kept for a higher level; all else that a project comes from is of its own region. */
const reachOfLineage: Readonly<Record<LineageLink['relation'], Reach>> = {
  'carried over from': 'an earlier list of the region',
  'split from': 'the region',
  'merged from': 'the region',
  'helps to keep': 'the region and those above it',
};

/** A place where data name another stream. */
interface ReferencePlace {
  /** Of the id within what stands there. */
  readonly pointer: '' | '/projectId';
  readonly referenceIn: (value: unknown) => { readonly id: IdOfList; readonly reach: Reach };
}
const anIdOf = (reach: Reach): ReferencePlace => ({
  pointer: '',
  referenceIn: (value) => ({ id: value as IdOfList, reach }),
});
const lineageLink: ReferencePlace = {
  pointer: '/projectId',
  referenceIn: (value) => {
    const { relation, projectId } = value as LineageLink;
    return { id: projectId, reach: reachOfLineage[relation] };
  },
};

/** Ids belong to the list of the address, unless their schema says otherwise. */
const places = new SchemaPlaces(
  new Map<z.ZodType, ReferencePlace>([
    [ListId, anIdOf('the list')],
    [ProjectId, anIdOf('the list')],
    [SuggestionId, anIdOf('the list')],
    [MeetingId, anIdOf('the list')],
    [ProjectOfAnyYear, anIdOf('the region')],
    [MeetingOfAnyYear, anIdOf('the region')],
    [LineageLink, lineageLink],
  ]),
);

/** By codes of GB/T 2260: 511402 lies in 511400 and in 510000, and in itself. */
const liesIn = (place: RegionCode, region: RegionCode): boolean => place.startsWith(region.replace(/(00)+$/, ''));

const sameRegion = (id: IdOfList, address: IdOfList): boolean => regionOf(id) === regionOf(address);
const isWithin: Readonly<Record<Reach, (id: IdOfList, address: IdOfList) => boolean>> = {
  'the list': (id, address) => listOf(id) === listOf(address),
  'the region': sameRegion,
  'an earlier list of the region': (id, address) => sameRegion(id, address) && yearOf(id) < yearOf(address),
  'the region and those above it': (id, address) => liesIn(regionOf(address), regionOf(id)),
};

/** An id that reaches further than its kind may, with its place as a JSON pointer. */
export interface StrayReference {
  readonly pointer: string;
  readonly id: IdOfList;
  readonly reach: Reach;
}

/**
 * The ids in the data of a command that belong elsewhere than they may.
 * @param address the list, project, suggestion or meeting that the command is sent to
 */
export const strayReferences = (schema: z.ZodType, data: unknown, address: IdOfList): readonly StrayReference[] =>
  places.in(schema, data).flatMap(({ kind, pointer, value }) => {
    const { id, reach } = kind.referenceIn(value);
    return isWithin[reach](id, address) ? [] : [{ pointer: `${pointer}${kind.pointer}`, id, reach }];
  });

/** The places where data of this schema name other streams; a star stands for each item of an array. */
export const placesOfReferences = (schema: z.ZodType): readonly string[] =>
  places.of(schema).map(({ kind, pointer }) => `${pointer}${kind.pointer}`);
