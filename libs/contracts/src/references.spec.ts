import { z } from 'zod';
import {
  DeliveryCommands,
  EvaluationCommands,
  ListId,
  MeetingCommands,
  MeetingId,
  placesOfReferences,
  ProjectId,
  RegisterCommands,
  routes,
  SelectionCommands,
  SitesCommands,
  strayReferences,
  SuggestionCommands,
  SuggestionId,
  type CommandRoute,
  type IdOfList,
  type Route,
} from '.';

const commands = [
  SuggestionCommands,
  SelectionCommands,
  DeliveryCommands,
  SitesCommands,
  MeetingCommands,
  EvaluationCommands,
  RegisterCommands,
]
  .flatMap((feature) => Object.values(feature) as unknown[])
  .filter(
    (entry): entry is { type: string; schema: z.ZodType } =>
      entry instanceof Object && 'type' in entry && 'schema' in entry && entry.schema instanceof z.ZodType,
  );

const listId = ListId.parse('511400-2019');
const project = ProjectId.parse(`${listId}-p000000001`);
const suggestion = SuggestionId.parse(`${listId}-s000000001`);
const meeting = MeetingId.parse(`${listId}-m000000001`);

/** The places of a JSON schema (not of the zod schema: another way to them) that take such an id. */
const idPlaces = (json: unknown, pointer = ''): string[] => {
  if (json === null || typeof json !== 'object') return [];
  const { pattern, properties, items, ...rest } = json as Record<string, unknown>;
  const takesIds = [project, listId].some((id) => typeof pattern === 'string' && new RegExp(pattern).test(id));
  return [
    ...(takesIds ? [pointer] : []),
    ...Object.entries((properties ?? {}) as object).flatMap(([key, field]) => idPlaces(field, `${pointer}/${key}`)),
    ...idPlaces(items, `${pointer}/*`),
    ...Object.values(rest).flatMap((part) => idPlaces(part, pointer)),
  ];
};
const idPlacesOf = (schema: z.ZodType) =>
  idPlaces(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })).sort();

describe('the ids in the data of a command', () => {
  it('stand in no place without a rule', () =>
    expect(commands.filter(({ schema }) => idPlacesOf(schema).length > 0).map(({ type }) => type)).toEqual(
      commands.filter(({ schema }) => placesOfReferences(schema).length > 0).map(({ type }) => type),
    ));
  it.each(commands)('of $type all have one', ({ schema }) =>
    expect([...placesOfReferences(schema)].sort()).toEqual(idPlacesOf(schema)),
  );
  it('are seen where somebody writes the pattern of an id again: the guard can fail', () => {
    const copied = z.strictObject({
      other: z.record(z.string(), z.string().regex(/^[1-9]\d{5}-20\d\d-[0-9a-z]{10}$/)),
    });
    expect(idPlacesOf(copied)).not.toEqual(placesOfReferences(copied));
  });
});

const own = 'p000000002';
const change = (into: object) => ({ changes: [into], reason: '因雨。', evidence: [] });
const lineage = (relation: string) => (projectId: string) => ({
  suggestions: [],
  lineage: [{ relation, projectId }],
});
/** What a command names, the address it is sent to, and its data with an id. */
const references: readonly [string, { type: string; schema: z.ZodType }, IdOfList, (id: string) => object, string][] = [
  ['a suggestion of a candidate', SelectionCommands.ProposeCandidate, listId, (id) => ({ suggestions: [id] }), 'list'],
  [
    'what a candidate is carried over from',
    SelectionCommands.ProposeCandidate,
    listId,
    lineage('carried over from'),
    'earlier',
  ],
  ['what a candidate is split from', SelectionCommands.ProposeCandidate, listId, lineage('split from'), 'region'],
  ['what a candidate is merged from', SelectionCommands.ProposeCandidate, listId, lineage('merged from'), 'region'],
  ['what a candidate helps to keep', SelectionCommands.ProposeCandidate, listId, lineage('helps to keep'), 'above'],
  ['a candidate put to decision', SelectionCommands.PutToDecision, listId, (id) => ({ projectIds: [id] }), 'list'],
  ['what is voted on', SelectionCommands.RecordBallot, listId, (id) => ({ tallies: [{ projectId: id }] }), 'list'],
  [
    'what is voted on, corrected',
    SelectionCommands.CorrectBallot,
    listId,
    (id) => ({ tallies: [{ projectId: id }] }),
    'list',
  ],
  [
    'what is voted on again',
    SelectionCommands.RecordSecondBallot,
    listId,
    (id) => ({ tallies: [{ projectId: id }] }),
    'list',
  ],
  ['what resolves a tie', SelectionCommands.ResolveTie, listId, (id) => ({ chosen: [id] }), 'list'],
  ['what government decides', SelectionCommands.DecideByGovernment, listId, (id) => ({ projectIds: [id] }), 'list'],
  ['a row of a month', DeliveryCommands.SubmitMonth, listId, (id) => ({ rows: [{ projectId: id }] }), 'list'],
  [
    'a project of a month',
    DeliveryCommands.SubmitMonth,
    listId,
    (id) => ({ rows: [], projects: [{ projectId: id }] }),
    'list',
  ],
  ['the main suggestion of a merge', SuggestionCommands.MergeSuggestion, suggestion, (into) => ({ into }), 'list'],
  ['an issue on an agenda', MeetingCommands.PutOnAgenda, meeting, (id) => ({ issue: { projectId: id } }), 'region'],
  ['the next meeting', MeetingCommands.AdjournMeeting, meeting, (next) => ({ next }), 'region'],
  [
    'what a project is merged into',
    DeliveryCommands.ApplyForAdjustment,
    project,
    (into) => change({ kind: 'merge', into }),
    'region',
  ],
  [
    'what a project is split into',
    DeliveryCommands.ApplyForAdjustment,
    project,
    (id) => change({ kind: 'split', into: [`511400-2019-${own}`, id] }),
    'region',
  ],
];
/** Which of these ids may be named: of the list, of lists before and after it, of places below, beside and above. */
const ids = {
  'its own list': `511400-2019-${own}`,
  'an earlier list': `511400-2018-${own}`,
  'a later list': `511400-2020-${own}`,
  'a district of the region': `511402-2019-${own}`,
  'its province': `510000-2019-${own}`,
  'another city': `510100-2019-${own}`,
  'a place of another province': `330112-2019-${own}`,
};
const allowed: Readonly<Record<string, readonly string[]>> = {
  list: ['its own list'],
  earlier: ['an earlier list'],
  region: ['its own list', 'an earlier list', 'a later list'],
  above: ['its own list', 'an earlier list', 'a later list', 'its province'],
};

/** `PutToDecision /projectIds/*`: whatever a client may send. */
const placesOverHttp = Object.values<Route | CommandRoute>(routes).flatMap((route) =>
  'command' in route
    ? placesOfReferences(route.command.schema).map((pointer) => `${route.command.type} ${pointer}`)
    : [],
);

describe('an id in the data of a command', () => {
  it('is tried here in every place where a client may write one', () => {
    const tried = references.flatMap(([, { type, schema }, address, dataWith]) =>
      strayReferences(schema, dataWith(ids['a place of another province']), address).map(
        ({ pointer }) => `${type} ${pointer.replace(/\/\d+/g, '/*')}`,
      ),
    );
    expect([...new Set(tried)].sort()).toEqual([...new Set(placesOverHttp)].sort());
  });
  it.each(references)('%s is of the right list', (_, { schema }, address, dataWith, reach) => {
    const taken = Object.entries(ids)
      .filter(([, id]) => strayReferences(schema, dataWith(id), address).length === 0)
      .map(([whose]) => whose);
    expect(taken).toEqual(allowed[reach]);
  });
  it('that strays is named with its place', () =>
    expect(
      strayReferences(
        SelectionCommands.PutToDecision.schema,
        { projectIds: [ids['its own list'], ids['an earlier list']] },
        listId,
      ),
    ).toEqual([{ pointer: '/projectIds/1', id: ids['an earlier list'], reach: 'the list' }]));
  it('may name a promise of the province that a district helps to keep, and none of the next district', () => {
    const helps = (projectId: string) =>
      strayReferences(
        SelectionCommands.ProposeCandidate.schema,
        lineage('helps to keep')(projectId),
        ListId.parse('511402-2019'),
      );
    expect([helps(ids['its own list']), helps(ids['its province'])]).toEqual([[], []]);
    expect(helps(`511403-2019-${own}`)).toHaveLength(1);
  });
});
