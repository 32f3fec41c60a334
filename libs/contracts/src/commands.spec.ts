import type { z } from 'zod';
import * as delivery from './delivery/delivery.commands';
import * as evaluation from './evaluation/evaluation.commands';
import * as meeting from './meeting/meeting.commands';
import * as register from './register/register.commands';
import { defaultRules } from './rules';
import * as selection from './selection/selection.commands';
import * as sites from './sites/sites.commands';
import * as suggestion from './suggestion/suggestion.commands';

interface Command {
  readonly type: string;
  readonly schema: z.ZodType;
}
const isCommand = (entry: unknown): entry is Command => entry instanceof Object && 'type' in entry && 'schema' in entry;
const commands = [suggestion, selection, delivery, sites, meeting, evaluation, register]
  .flatMap((feature) => Object.entries(feature))
  .filter((entry): entry is [string, Command] => isCommand(entry[1]));

/** Paths and keys that the schema does not know. */
const unknownFields = (schema: z.ZodType, value: unknown): string[] =>
  (schema.safeParse(value).error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].join('.')) : [],
  );

const report = { period: '2019-03', lines: [{ indicatorId: 'i1', value: '9' }], progress: '建成9座。', evidence: [] };
const line = (change: object) => ({ ...report, lines: [{ indicatorId: 'i1', ...change }] });
const words = { title: '农村公厕太少', content: '村里没有公厕。' };
const projectIds = ['511400-2019-p000000001', '511400-2019-p000000001'];
const tally = { projectId: projectIds[0], inFavour: 1, against: 0, abstained: 0, notVoted: 0 };
const ballot = {
  body: '第四次会议',
  heldOn: '2019-01-18',
  deputies: 3,
  issued: 3,
  returned: 3,
  valid: 3,
  tallies: [tally],
};

describe('every command', () => {
  it.each(commands)('%s goes by the name it is exported under', (name, { type }) => expect(type).toBe(name));
  it.each(commands)('%s refuses a field it does not know', (_, { schema }) =>
    expect(unknownFields(schema, { unknownField: 1 })).toContain('unknownField'),
  );
  it.each(commands)('%s refuses what is no object', (_, { schema }) => {
    for (const body of [null, [], '', 1, undefined]) expect(schema.safeParse(body).success).toBe(false);
  });
});

describe('a field that nobody knows, deep inside', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['a report line', delivery.SubmitReport.schema, line({ value: '9', percent: '15' }), 'lines.0.percent'],
    [
      'evidence',
      delivery.SubmitReport.schema,
      { ...report, evidence: [{ kind: 'photo', caption: '现场', url: 'x' }] },
      'evidence.0.url',
    ],
    ['a tally', selection.RecordBallot.schema, { ...ballot, tallies: [{ ...tally, invalid: 0 }] }, 'tallies.0.invalid'],
    [
      'a contact',
      suggestion.SubmitSuggestion.schema,
      { ...words, contact: { name: '王某', idCard: '1' } },
      'contact.idCard',
    ],
    ['the rules', selection.AdoptRules.schema, { rules: { ...defaultRules, blue: true } }, 'rules.blue'],
    [
      'a district target',
      delivery.BreakDownTargets.schema,
      { indicators: [{ indicatorId: 'i1', districts: [{ district: '东坡区', target: '1', stretch: '2' }] }] },
      'indicators.0.districts.0.stretch',
    ],
  ])('is refused in %s', (_, schema, body, path) => expect(unknownFields(schema, body)).toEqual([path]));
});

describe('a report', () => {
  const { schema } = delivery.SubmitReport;
  it('states one thing by line: a figure, the day of an event, unchanged, or why there is no figure', () =>
    expect(() => schema.parse(line({ value: '1', doneOn: '2019-03-01' }))).toThrow('one of'));
  it('keeps figures in canonical form', () => expect(schema.parse(line({ value: 4.65 })).lines[0].value).toBe('4.65'));
  it.each(['-1', '100.5', 101])('knows no works progress of %s percent', (worksPercent) =>
    expect(schema.safeParse(line({ worksPercent })).success).toBe(false),
  );
  it.each([0, '100', '37.5'])('knows works progress of %s percent', (worksPercent) =>
    expect(schema.safeParse(line({ worksPercent })).success).toBe(true),
  );
  it('says something', () => {
    expect(schema.safeParse({ ...report, progress: ' ' }).success).toBe(false);
    expect(schema.safeParse({ ...report, lines: [] }).success).toBe(false);
  });
  it('of a closed month needs a reason', () =>
    expect(delivery.CorrectReport.schema.safeParse(report).success).toBe(false));
});

describe('lists that name things', () => {
  it('put no project to decision twice', () =>
    expect(() => selection.PutToDecision.schema.parse({ projectIds })).toThrow('project ids must differ'));
  it('let government decide no project twice', () =>
    expect(() =>
      selection.DecideByGovernment.schema.parse({
        body: '市政府',
        heldOn: '2019-01-18',
        documentNo: '1号',
        projectIds,
      }),
    ).toThrow('project ids must differ'));
  it('give no district two targets', () => {
    const district = { district: '东坡区', target: '1' };
    expect(() =>
      delivery.BreakDownTargets.schema.parse({ indicators: [{ indicatorId: 'i1', districts: [district, district] }] }),
    ).toThrow('districts must differ');
  });
  it('have no buffer unless they say so', () =>
    expect(
      delivery.BreakDownTargets.schema.parse({ indicators: [{ indicatorId: 'i1', districts: [] }] }).indicators[0]
        .buffer,
    ).toBe(false));
  it('count in whole ballots', () => {
    expect(selection.RecordBallot.schema.safeParse(ballot).success).toBe(true);
    expect(selection.RecordBallot.schema.safeParse({ ...ballot, valid: 2.5 }).success).toBe(false);
    expect(selection.RecordBallot.schema.safeParse({ ...ballot, valid: -1 }).success).toBe(false);
    expect(selection.RecordBallot.schema.safeParse({ ...ballot, deputies: 0 }).success).toBe(false);
  });
});

describe('what citizens send', () => {
  it('needs no contact: an anonymous suggestion is handled too', () =>
    expect(suggestion.SubmitSuggestion.schema.safeParse(words).success).toBe(true));
  it.each(['web', 'wechat', 'survey code'])('staff do not key in what came by %s', (channel) =>
    expect(suggestion.EnterSuggestion.schema.safeParse({ ...words, channel, receivedOn: '2018-10-08' }).success).toBe(
      false,
    ),
  );
  it.each([0, 6, 2.5, '5'])('knows no level %p', (level) =>
    expect(evaluation.RateProject.schema.safeParse({ level }).success).toBe(false),
  );
  it('has exactly five words for a rating', () =>
    expect(evaluation.ratingWords).toEqual(['非常不满意', '不满意', '基本满意', '满意', '非常满意']));
});
