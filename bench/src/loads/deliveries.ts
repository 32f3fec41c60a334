import {
  defaultRules,
  eventsByCategory,
  type Category,
  type EventCatalogue,
  type LedgerEvent,
} from '@minsheng/contracts';

/** Placeholders in the pre-encoded texts for what differs from project to project. */
const PROJECT = '511400-2019-p000000000';
const COMMAND = '00000000-0000-4000-8000-000000000000';
const WORKS = '市住房和城乡建设局';
const MONTHS = Array.from({ length: 11 }, (_, month) => `2019-${String(month + 1).padStart(2, '0')}`);

interface Step {
  readonly category: Category;
  readonly type: string;
  readonly data: object;
  readonly on: string;
  readonly role: 'commission' | 'department' | 'policy';
}
interface EncodedStep {
  readonly category: Category;
  readonly revision: number;
  readonly type: string;
  readonly version: number;
  readonly data: string;
  readonly metadata: string;
}

const commitment = {
  title: '新建口袋公园',
  domain: '环境友好',
  coDepartments: [],
  suggestions: [],
  indicators: [
    {
      id: 'i1',
      name: '新建口袋公园',
      unit: '个',
      comparator: '>=',
      target: '12',
      additive: true,
      applicable: true,
      lead: WORKS,
      steps: [],
    },
  ],
};
const light = (period: string) => ({
  period,
  colour: 'green',
  why: 'on the line',
  rulesVersion: 1,
  rule: defaultRules.lights,
  missing: [],
  sides: {},
});

/** A project from proposal to completion in fifty events, as in a year. */
const aYear: readonly Step[] = [
  { category: 'candidate', type: 'CandidateProposed', data: commitment, on: '2018-12-01', role: 'commission' },
  {
    category: 'candidate',
    type: 'CandidateAdopted',
    data: { no: 1, rulesVersion: 1, rules: defaultRules, commitment },
    on: '2019-01-05',
    role: 'policy',
  },
  {
    category: 'delivery',
    type: 'DeliveryStarted',
    data: { no: 1, rulesVersion: 1, rules: defaultRules, commitment },
    on: '2019-01-05',
    role: 'policy',
  },
  {
    category: 'delivery',
    type: 'TargetsBrokenDown',
    data: { leaderInCharge: '副市长', indicators: [{ indicatorId: 'i1', buffer: false, districts: [], steps: [] }] },
    on: '2019-01-10',
    role: 'department',
  },
  ...MONTHS.flatMap((period, month): Step[] => {
    const report = { period, department: WORKS, lines: [{ indicatorId: 'i1', value: String(month + 1) }], version: 1 };
    return [
      {
        category: 'delivery',
        type: 'ReportSubmitted',
        data: { ...report, progress: '按计划推进', evidence: [], author: 'clerk', submittedOn: `${period}-25` },
        on: `${period}-25`,
        role: 'department',
      },
      {
        category: 'delivery',
        type: 'ReportVerified',
        data: { ...report, how: 'site visit' },
        on: `${period}-26`,
        role: 'commission',
      },
      {
        category: 'delivery',
        type: 'MonthClosed',
        data: { light: light(period) },
        on: `${period}-28`,
        role: 'commission',
      },
      {
        category: 'delivery',
        type: 'LightRecomputed',
        data: { before: 'yellow', light: { ...light(period), why: 'caught up later' } },
        on: `${period}-28`,
        role: 'commission',
      },
    ];
  }),
  {
    category: 'delivery',
    type: 'IssueRaised',
    data: { issue: 1, department: WORKS, title: '用地', detail: '两处用地未批' },
    on: '2019-11-29',
    role: 'department',
  },
  {
    category: 'delivery',
    type: 'CompletionClaimed',
    data: {
      department: WORKS,
      statement: '十二处全部建成',
      evidence: [{ kind: 'certificate', caption: '验收证书' }],
      endedOn: '2019-12-01',
    },
    on: '2019-12-01',
    role: 'department',
  },
];
export const EVENTS_PER_PROJECT = aYear.length;

/** Encoded by the contracts' own catalogue, so that only valid events are measured. */
function encoded(): EncodedStep[] {
  const revisions = new Map<Category, number>();
  return aYear.map(({ category, type, data, on, role }) => {
    const revision = revisions.get(category) ?? 0;
    revisions.set(category, revision + 1);
    const catalogue = eventsByCategory[category] as unknown as EventCatalogue<LedgerEvent>;
    const metadata = { actor: { id: 'somebody', role }, on, commandId: COMMAND, correlationId: 'a year of a project' };
    return {
      category,
      revision,
      ...catalogue.encode({ type, data: { projectId: PROJECT, ...data } } as unknown as LedgerEvent, metadata as never),
    };
  });
}

const FIRST_INSTANT = Date.parse('2019-01-01T00:00:00Z');

/** The log of so many projects as lines for COPY into es.events: all of them advance together, step by step. */
export function* linesOfLog(projects: number): Generator<string> {
  let position = 0;
  for (const { category, revision, type, version, data, metadata } of encoded())
    for (let project = 0; project < projects; project += 1) {
      position += 1;
      const number = String(position).padStart(12, '0');
      const id = `511400-2019-p${String(project).padStart(9, '0')}`;
      const recordedAt = new Date(FIRST_INSTANT + position * 20).toISOString();
      const eventId = `00000000-0000-4000-9000-${number}`;
      const columns = [
        ...[position, revision, recordedAt, eventId, `${category}-${id}`, type, version],
        data.replaceAll(PROJECT, id),
        metadata.replace(COMMAND, `00000000-0000-4000-8000-${number}`),
      ];
      yield `${columns.join('\t')}\n`;
    }
}
