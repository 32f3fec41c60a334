import type { CommandData } from '@minsheng/contracts';
import { Refusal } from '../decider';
import type { AnnualList } from './annual-list.state';

export type CollectionRefusal =
  'LIST_UNKNOWN' | 'COLLECTION_CLOSED' | 'COLLECTION_OUT_OF_YEAR' | 'COLLECTION_CUT_BACK' | 'LIST_COLLECTS_NO_MORE';
const refuse = (code: CollectionRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/**
 * A period lies in the list's year or the year before it, and what was announced is cut back with a reason only.
 * @throws COLLECTION_OUT_OF_YEAR, COLLECTION_CUT_BACK
 */
export const assertPeriod = (
  { collection }: Exclude<AnnualList, { status: 'unknown' }>,
  { from, to, reason }: CommandData<'SetCollectionPeriod'>,
  year: number,
  today: string,
): void => {
  const [earliest, latest] = [`${year - 1}-01-01`, `${year}-12-31`];
  if (from < earliest || to > latest) refuse('COLLECTION_OUT_OF_YEAR', { earliest, latest });
  const isCutBack =
    collection !== undefined && collection.from <= today && (to < collection.to || from > collection.from);
  if (isCutBack && !reason) refuse('COLLECTION_CUT_BACK', { period: `${collection.from}—${collection.to}` });
};

/**
 * Whether a suggestion that came on this day is taken: within the period of collection, if one is set, and before the
 * list was adopted.
 * @throws LIST_UNKNOWN, COLLECTION_CLOSED, LIST_COLLECTS_NO_MORE
 */
export const assertCollecting = (list: AnnualList, receivedOn: string): void => {
  if (list.status === 'unknown') return refuse('LIST_UNKNOWN');
  const { collection, adoptedOn } = list;
  const contact = collection?.contact ?? '12345';
  if (adoptedOn !== undefined && receivedOn >= adoptedOn) refuse('LIST_COLLECTS_NO_MORE', { adoptedOn, contact });
  if (collection && (receivedOn < collection.from || receivedOn > collection.to))
    refuse('COLLECTION_CLOSED', { period: `${collection.from}—${collection.to}`, contact });
};
