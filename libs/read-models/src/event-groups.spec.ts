import { issueEvents, lightEvents, orderEvents, ratingEvents, type LedgerEvent } from '@minsheng/contracts';
import { except, ignore, ignoring, memberOf, type EventGroup } from './event-groups';
import type { Projection } from './projection';
import { aYear, logOf } from './testing';
import { decoded } from './decoded-event';

interface Row {
  readonly count: number;
}
/** A line for each event of a group. Where a test says that a table does not compile, `npm run typecheck` checks it. */
type Table<Group extends EventGroup> = Projection<Row, Extract<LedgerEvent, Pick<Group[number], 'type'>>>['on'];
const counted = (row: Row | undefined): Row => ({ count: (row?.count ?? 0) + 1 });
/** The list of order events with others added to it. */
const moreOrderEvents = [...orderEvents, ...ratingEvents] as const;

describe('a table that ignores a group of events', () => {
  it('holds a line for each of them that leaves the row as it is', () => {
    const table: Table<typeof orderEvents> = ignoring(orderEvents);
    expect(Object.keys(table)).toEqual(orderEvents.map(({ type }) => type));
    expect(new Set(Object.values(table))).toEqual(new Set([ignore]));
    expect(ignore({ count: 3 })).toEqual({ count: 3 });
  });

  it('compiles as it stands when an event joins the group', () => {
    const table: Table<typeof moreOrderEvents> = { ...ignoring(moreOrderEvents) };
    expect(Object.keys(table)).toContain('RatingChanged');
  });

  it('does not compile when an event joins a group that it does not ignore', () => {
    // @ts-expect-error -- the added events have no line
    const table: Table<typeof moreOrderEvents> = { ...ignoring(orderEvents) };
    expect(Object.keys(table)).not.toContain('RatingChanged');
  });

  it('does not compile with a line for an event that is not there', () => {
    // @ts-expect-error -- nothing is called OrderIsued
    const table: Table<typeof orderEvents> = { ...ignoring(orderEvents), OrderIsued: counted };
    expect(table.OrderIssued).toBe(ignore);
  });

  it('does not compile where a group would overwrite a line', () => {
    // @ts-expect-error -- the line would never be called
    const table: Table<typeof orderEvents> = { OrderIssued: counted, ...ignoring(orderEvents) };
    expect(table.OrderIssued).toBe(ignore);
  });
});

describe('a table that ignores a group except some of its events', () => {
  it('handles those', () => {
    const table: Table<typeof lightEvents> = { MonthClosed: counted, ...ignoring(except(lightEvents, 'MonthClosed')) };
    expect(table.MonthClosed).toBe(counted);
    expect(table.LightRecomputed).toBe(ignore);
  });

  it('does not compile without a line for each of them', () => {
    // @ts-expect-error -- MonthClosed has no line
    const table: Table<typeof lightEvents> = { ...ignoring(except(lightEvents, 'MonthClosed')) };
    expect(Object.keys(table)).not.toContain('MonthClosed');
  });

  it('does not compile when it names an event of another group', () => {
    // @ts-expect-error -- an issue is no light
    expect(except(lightEvents, 'IssueRaised')).toEqual(lightEvents);
  });
});

describe('the guard of a group', () => {
  it('knows the events of the group and no others', () => {
    const isIssue = memberOf(issueEvents);
    const types = logOf(aYear)
      .map((stored) => decoded(stored).event)
      .filter(isIssue)
      .map(({ type }) => type);
    expect(new Set(types)).toEqual(new Set(issueEvents.map(({ type }) => type)));
  });
});
