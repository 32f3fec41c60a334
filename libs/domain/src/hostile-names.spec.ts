import * as fc from 'fast-check';
import {
  DeliveryCommands,
  EvaluationCommands,
  MeetingCommands,
  RegisterCommands,
  SelectionCommands,
  SitesCommands,
  SuggestionCommands,
  canonicalJson,
  eventsByCategory,
  namesIn,
  placesOfNames,
  type CommandDefinition,
  type Month,
} from '@minsheng/contracts';
import { deciders, figuresAt, monthlyFormOf, outstandingReports } from '.';
import type { StartedDelivery } from './delivery/delivery.state';
import { aggregate } from './testing/aggregate';
import { everyName } from './testing/every-name.fixtures';
import { idOf, type SentCommand } from './testing/sent-commands.fixtures';
import { calendar, month } from './testing/fixtures';

const isCommand = (entry: unknown): entry is CommandDefinition<string> =>
  entry instanceof Object && 'type' in entry && 'schema' in entry;
const definitions = new Map(
  [
    SuggestionCommands,
    SelectionCommands,
    DeliveryCommands,
    SitesCommands,
    MeetingCommands,
    EvaluationCommands,
    RegisterCommands,
  ]
    .flatMap((feature) => Object.values<unknown>(feature))
    .filter(isCommand)
    .map((definition) => [definition.type, definition] as const),
);
/** Handlers turn these into others before any decider sees them; the last is refused, whatever it says. */
const handledBefore = [
  ...['SubmitSuggestion', 'EnterSuggestion', 'AppointLiaison', 'SubmitMonth', 'CloseProject'],
  'DecideIssue',
];

const namesOf = ({ type, data }: SentCommand) => namesIn(definitions.get(type)!.schema, data);
const ordinary = [...new Set(everyName.flatMap((sent) => namesOf(sent).map(({ name }) => name)))];

/** Every text that is one of these names, replaced. */
const renamed = <T>(value: T, names: ReadonlyMap<string, string>): T => {
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return names.get(part) ?? part;
    if (Array.isArray(part)) return part.map(walk);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [names.get(key) ?? key, walk(inner)]));
  };
  return walk(value) as T;
};

type Aggregate = ReturnType<typeof aggregate<string, unknown, never, never>>;
/** What every stream holds after these commands, and what is read of a delivery. */
const played = (commands: readonly SentCommand[]) => {
  const streams = new Map<string, Aggregate>();
  for (const { category, stream, type, data, by, today } of commands) {
    const key = `${category} ${stream}`;
    const defaults = { id: idOf[category as keyof typeof idOf], by, today };
    if (!streams.has(key))
      streams.set(key, aggregate(deciders[category] as never, eventsByCategory[category] as never, defaults));
    streams.get(key)!.ask({ type, data: definitions.get(type)!.schema.parse(data) } as never, { by, today });
  }
  return [...streams].map(([key, { log, state }]) => {
    if (!key.startsWith('delivery')) return { key, log };
    const delivery = state() as StartedDelivery;
    const departments = [...new Set(delivery.commitment.indicators.map(({ lead }) => lead))];
    return {
      key,
      log,
      liaisons: delivery.liaisons,
      figures: [1, 12].map((number) => figuresAt(delivery, month(number))),
      drafts: departments.map((department) => monthlyFormOf(delivery, department, '2019-12' as Month, calendar)),
      outstanding: departments.map((department) => outstandingReports(delivery, department, '2019-12-31', calendar)),
    };
  });
};

const hostile = [
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__proto__',
  '__defineGetter__',
  'prototype',
  'length',
  'null',
  'undefined',
  '12',
  '-0',
  `'; drop table events; --`,
  '"\\u0000"',
  '𠮷'.repeat(30),
  'é́'.repeat(20),
];
const anyName = fc
  .oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', minLength: 2, maxLength: 20 }))
  .map((name) => name.trim())
  .filter((name) => name.length >= 2 && name.length <= 60 && !ordinary.includes(name));

describe('names are values', () => {
  const plain = played(everyName);
  const expectSame = (names: ReadonlyMap<string, string>) =>
    expect(canonicalJson(played(renamed(everyName, names)))).toBe(canonicalJson(renamed(plain, names)));

  it.each([...definitions].filter(([type]) => !handledBefore.includes(type)))(
    'the example gives %s a name in every place that takes one',
    (type, { schema }) => {
      const given = new Set(
        everyName
          .filter((sent) => sent.type === type)
          .flatMap(namesOf)
          .map(({ pointer }) => pointer.replace(/\/\d+(?=\/|$)/g, '/*')),
      );
      expect(placesOfNames(schema).filter((place) => !given.has(place))).toEqual([]);
    },
  );
  it.each(hostile.map((name, shift) => [name, shift] as const))(
    'every command decides the same with %j and other such names in every place',
    (_, shift) => {
      for (let from = 0; from < ordinary.length; from += hostile.length)
        expectSame(
          new Map(
            ordinary
              .slice(from, from + hostile.length)
              .map((before, index) => [before, hostile[(index + shift) % hostile.length]]),
          ),
        );
    },
  );
  it('every command decides the same whatever all names are', () =>
    fc.assert(
      fc.property(fc.uniqueArray(anyName, { minLength: ordinary.length, maxLength: ordinary.length }), (names) =>
        expectSame(new Map(ordinary.map((before, index) => [before, names[index]]))),
      ),
      { seed: 2019, numRuns: 25, endOnFailure: true },
    ));
});
