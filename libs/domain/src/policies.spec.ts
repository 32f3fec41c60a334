import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  eventsByCategory,
  MeetingId,
  PersonTag,
  ledgerEvents,
  type LedgerEvent,
  type Light,
} from '@minsheng/contracts';
import { monthClosed, projectId, redLight, startedDelivery, started } from './delivery/delivery.fixtures';
import { meetingDecider } from './meeting/meeting.decider';
import { policies } from './policies';
import { commandsOf, type PolicyCommand } from './policy';
import { adopted } from './selection/annual-list.fixtures';
import {
  commission,
  commitment,
  dongpo,
  health,
  housing,
  listId,
  month,
  project,
  rules,
  suggestion,
  transport,
} from './testing/fixtures';
import { aggregate } from './testing/aggregate';

const policyCalled = (name: string) => policies.find((policy) => policy.name === name)!;
const commandsOn = (name: string, event: LedgerEvent): readonly PolicyCommand[] =>
  commandsOf(policyCalled(name), event, { on: '2019-12-20' });

describe('the policies', () => {
  const files = readdirSync(__dirname, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.policy.ts'));

  it('are all registered, each under the name of its file', () => {
    const nameOf = (path: string) => path.split(/[\\/]/).at(-1)!.replace('.policy.ts', '');
    expect(policies.map(({ name }) => name).sort()).toEqual(files.map(nameOf).sort());
  });
  it.each(files)('%s is a sentence with a “when” in it', (path) =>
    expect(path).toMatch(/[\\/][a-z]+(-[a-z]+)*-when-[a-z]+(-[a-z]+)*\.policy\.ts$/),
  );
  it('export what their files are called', async () => {
    for (const path of files) {
      const camel = path
        .split(/[\\/]/)
        .at(-1)!
        .replace('.policy.ts', '')
        .replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      expect(Object.keys((await import(join(__dirname, path))) as object)).toEqual([camel]);
    }
  });

  it.each<[string, LedgerEvent['type'][]]>([
    ['link-suggestions-when-a-candidate-is-proposed', ['CandidateProposed']],
    ['link-the-main-suggestion-when-a-member-is-linked', ['SuggestionLinkedToCandidate']],
    ['answer-the-claim-when-a-member-is-claimed', ['MemberClaimed']],
    ['settle-the-claim-when-the-member-has-answered', ['SuggestionMerged', 'MergeDeclined', 'SuggestionUnmerged']],
    ['adopt-candidates-when-the-list-is-adopted', ['AnnualListAdopted']],
    ['change-rules-when-the-list-amends-them', ['RulesAmended']],
    ['start-delivery-when-a-candidate-is-adopted', ['CandidateAdopted']],
    ['order-supervision-when-a-light-turns-red', ['MonthClosed', 'MonthClosedAgain', 'LightRecomputed']],
    ['decide-the-issue-when-the-conference-decides', ['DecisionRecorded']],
    ['carry-open-items-when-a-meeting-is-adjourned', ['MeetingAdjourned']],
    ['return-the-item-when-the-next-meeting-was-over', ['ItemNotTaken']],
    ['settle-the-item-when-its-decision-came-too-late', ['IssueDecisionDeclined']],
    ['follow-up-the-decision-when-its-issue-is-settled', ['IssueResolved', 'IssueReopened']],
    ['open-the-evaluation-when-a-project-is-accepted', ['AcceptancePassed']],
    ['open-a-rectification-when-a-project-is-rated-badly', ['ProjectRated', 'RatingChanged']],
    ['supersede-the-evaluation-when-a-look-back-reopens-the-project', ['ProjectReopened']],
  ])('%s is woken by %j and by nothing else', (name, woken) => {
    const { when } = policyCalled(name);
    expect(Object.keys(when).sort()).toEqual([...woken].sort());
    for (const type of ledgerEvents.types.filter((type) => !woken.includes(type as LedgerEvent['type'])))
      expect(commandsOf(policyCalled(name), { type, data: {} } as LedgerEvent, { on: '2019-12-20' })).toEqual([]);
  });
});

describe('when a candidate is proposed', () => {
  const proposed = (suggestions: ReturnType<typeof suggestion>[]): LedgerEvent => ({
    type: 'CandidateProposed',
    data: { projectId, ...commitment(), suggestions },
  });
  it('its suggestions are linked to it, each by its own order', () =>
    expect(
      commandsOn('link-suggestions-when-a-candidate-is-proposed', proposed([suggestion(1), suggestion(2)])),
    ).toEqual(
      [1, 2].map((number) => ({
        category: 'suggestion',
        id: suggestion(number),
        command: { type: 'LinkSuggestionToCandidate', data: { projectId } },
      })),
    ));
  it('from no suggestion, nothing is ordered', () =>
    expect(commandsOn('link-suggestions-when-a-candidate-is-proposed', proposed([]))).toEqual([]));
});

describe('when a merged suggestion is linked to a candidate', () => {
  const linked = (mergedInto?: ReturnType<typeof suggestion>): LedgerEvent => ({
    type: 'SuggestionLinkedToCandidate',
    data: { suggestionId: suggestion(1), projectId, ...(mergedInto && { mergedInto }) },
  });
  it('its main suggestion is linked as well, and where it is not merged nothing is ordered', () => {
    expect(commandsOn('link-the-main-suggestion-when-a-member-is-linked', linked(suggestion(2)))).toEqual([
      {
        category: 'suggestion',
        id: suggestion(2),
        command: { type: 'LinkSuggestionToCandidate', data: { projectId } },
      },
    ]);
    expect(commandsOn('link-the-main-suggestion-when-a-member-is-linked', linked())).toEqual([]);
  });
});

describe('when the list is adopted', () => {
  it('the adopted get their printed numbers and the rules, the others are passed over', () =>
    expect(
      commandsOn('adopt-candidates-when-the-list-is-adopted', adopted([project(3), project(1)], [project(2)])),
    ).toEqual([
      {
        category: 'candidate',
        id: project(3),
        command: { type: 'AdoptCandidate', data: { no: 1, adoptedBy: '市人民政府', rules: rules(), rulesVersion: 1 } },
      },
      {
        category: 'candidate',
        id: project(1),
        command: { type: 'AdoptCandidate', data: { no: 2, adoptedBy: '市人民政府', rules: rules(), rulesVersion: 1 } },
      },
      { category: 'candidate', id: project(2), command: { type: 'PassOverCandidate', data: {} } },
    ]));
});

describe('when the list amends its rules', () => {
  it('every project that was adopted judges by them from the month on', () => {
    const data = {
      listId,
      rulesVersion: 2,
      rules: rules({ reportDueDay: 25 }),
      from: month(7),
      reason: '按常务会议意见修订。',
      adopted: [project(3), project(1)],
    };
    expect(commandsOn('change-rules-when-the-list-amends-them', { type: 'RulesAmended', data })).toEqual(
      [3, 1].map((number) => ({
        category: 'delivery',
        id: project(number),
        command: { type: 'ChangeRules', data: { rulesVersion: 2, rules: rules({ reportDueDay: 25 }), from: month(7) } },
      })),
    );
  });
});

describe('when a candidate is adopted', () => {
  it('its delivery starts with all that was adopted', () =>
    expect(
      commandsOn('start-delivery-when-a-candidate-is-adopted', { type: 'CandidateAdopted', data: started().data }),
    ).toEqual([
      {
        category: 'delivery',
        id: projectId,
        command: { type: 'StartDelivery', data: { no: 7, rulesVersion: 1, rules: rules(), commitment: commitment() } },
      },
    ]));
});

describe('when a light turns red', () => {
  const supervision = 'order-supervision-when-a-light-turns-red';
  const worst: Light['worst'] = {
    indicatorId: commitment().indicators[0].id,
    lead: housing,
    percent: '19.9',
    line: '50',
    behind: '30.1',
    met: false,
  };
  const behind: Partial<Light> = { why: 'behind the line', missing: [], worst };
  const recomputed = (before: Light['colour'], light: Partial<Light>): LedgerEvent => ({
    type: 'LightRecomputed',
    data: { projectId, light: { ...redLight(6), ...light }, before },
  });
  const to = (reason: string, ...departments: (typeof housing)[]) =>
    departments.map((department) => ({
      category: 'delivery',
      id: projectId,
      command: { type: 'IssueOrder', data: { period: month(6), department, level: 'yellow', reason } },
    }));

  it('whoever sent no verified report gets an order', () =>
    expect(commandsOn(supervision, monthClosed(6, { missing: [transport, health], worst }))).toEqual(
      to('2019-06 无经核实的月报，亮红灯', transport, health),
    ));
  it('the lead of the worst indicator gets one, which names what is behind', () =>
    expect(commandsOn(supervision, monthClosed(6, behind))).toEqual(
      to('2019-06 指标 i1 落后序时进度 30.1 个百分点，亮红灯', housing),
    ));
  it('the order names the district that is behind', () =>
    expect(commandsOn(supervision, monthClosed(6, { ...behind, worst: { ...worst, district: dongpo } }))).toEqual(
      to('2019-06 东坡区指标 i1 落后序时进度 30.1 个百分点，亮红灯', housing),
    ));
  it.each(['blue', 'green', 'yellow', 'orange'] as const)('nothing is ordered at %s', (colour) => {
    expect(commandsOn(supervision, monthClosed(6, { ...behind, colour }))).toEqual([]);
    expect(commandsOn(supervision, recomputed('red', { ...behind, colour }))).toEqual([]);
  });
  it.each(['blue', 'green', 'yellow', 'orange'] as const)(
    'a light that was %s and is red after a correction is ordered',
    (before) =>
      expect(commandsOn(supervision, recomputed(before, behind))).toEqual(
        to('2019-06 指标 i1 落后序时进度 30.1 个百分点，亮红灯', housing),
      ),
  );
  it('a month that is closed again and is red is ordered', () =>
    expect(commandsOn(supervision, { type: 'MonthClosedAgain', data: monthClosed(6, behind).data })).toEqual(
      to('2019-06 指标 i1 落后序时进度 30.1 个百分点，亮红灯', housing),
    ));
  it('where completion alone is looked at, the order names it', () =>
    expect(
      commandsOn(supervision, monthClosed(1, { ...behind, worst: { ...worst, behind: '0', percent: '19.9' } })),
    ).toMatchObject([{ command: { data: { reason: '2019-01 指标 i1 完成率 19.9%，亮红灯' } } }]));
  it('a light that was red already is not ordered again', () =>
    expect(commandsOn(supervision, recomputed('red', behind))).toEqual([]));
});

describe('when the joint conference decides', () => {
  const name = 'decide-the-issue-when-the-conference-decides';
  const meetingId = MeetingId.parse('511400-2019-m000000003');
  const decision = { decision: '由市自然资源局调剂。', owner: transport, dueOn: '2019-05-31' };
  const decisionRecorded = (issue?: { projectId: typeof projectId; issue: number }): LedgerEvent => ({
    type: 'DecisionRecorded',
    data: { meetingId, item: 2, meeting: '联席会议第3次会议', ...decision, ...(issue && { issue }) },
  });

  it('on a project’s issue, the project hears it, and where to answer', () =>
    expect(commandsOn(name, decisionRecorded({ projectId, issue: 1 }))).toEqual([
      {
        category: 'delivery',
        id: projectId,
        command: {
          type: 'DecideIssueInMeeting',
          data: { issue: 1, meeting: '联席会议第3次会议', ...decision, agendaItem: { meetingId, item: 2 } },
        },
      },
    ]));
  it('on a matter of its own, nobody has to hear', () => expect(commandsOn(name, decisionRecorded())).toEqual([]));
});

describe('when a meeting is adjourned', () => {
  const name = 'carry-open-items-when-a-meeting-is-adjourned';
  const [meetingId, to] = [3, 4].map((number) => MeetingId.parse(`${listId}-m00000000${number}`));
  const adjourned = { meetingId, minutesNo: '联席〔2019〕3号' };
  it('puts what it leaves open on the next agenda, and says where it comes from', () => {
    const items = [
      { item: 1, topic: '用地', issue: { projectId, issue: 1 } },
      { item: 3, topic: '资金' },
    ];
    expect(commandsOn(name, { type: 'MeetingAdjourned', data: { ...adjourned, carried: { to, items } } })).toEqual(
      items.map(({ item, ...matter }) => ({
        category: 'meeting',
        id: to,
        command: { type: 'CarryItem', data: { ...matter, from: { meetingId, item } } },
      })),
    );
  });
  it('has nothing to carry where all is decided', () =>
    expect(commandsOn(name, { type: 'MeetingAdjourned', data: adjourned })).toEqual([]));
});

describe('when an issue is settled', () => {
  const name = 'follow-up-the-decision-when-its-issue-is-settled';
  const agendaItem = { meetingId: MeetingId.parse('511400-2019-m000000003'), item: 2 };
  const heard = (done: boolean, text: string) => [
    {
      category: 'meeting',
      id: agendaItem.meetingId,
      command: { type: 'FollowUpDecision', data: { item: 2, done, text } },
    },
  ];

  it('the meeting that decided it hears so', () =>
    expect(
      commandsOn(name, { type: 'IssueResolved', data: { projectId, issue: 1, result: '用地已调剂。', agendaItem } }),
    ).toEqual(heard(true, '用地已调剂。')));
  it('the meeting hears too that it is open again', () =>
    expect(
      commandsOn(name, { type: 'IssueReopened', data: { projectId, issue: 1, reason: '仍未交地。', agendaItem } }),
    ).toEqual(heard(false, '仍未交地。')));
  it('what no meeting decided is told to none', () =>
    expect(commandsOn(name, { type: 'IssueResolved', data: { projectId, issue: 1, result: '用地已调剂。' } })).toEqual(
      [],
    ));
});

describe('an issue that goes to the joint conference', () => {
  it('comes back decided, and the conference hears how it was settled', () => {
    const meetingId = MeetingId.parse('511400-2019-m000000003');
    const [delivery, meeting] = [
      startedDelivery(),
      aggregate(meetingDecider, eventsByCategory.meeting, { id: meetingId, by: commission, today: '2019-05-20' }),
    ];
    const carry = (events: readonly LedgerEvent[]) =>
      events
        .flatMap((event) => policies.flatMap((policy) => commandsOf(policy, event, { on: '2019-05-20' })))
        .forEach((command) => {
          if (command.category === 'delivery') delivery.ask(command.command);
          if (command.category === 'meeting') meeting.ask(command.command);
        });

    delivery.ask({ type: 'RaiseIssue', data: { title: '用地', detail: '两处用地未批' } });
    meeting.ask({
      type: 'ConveneMeeting',
      data: { title: '联席会议第3次会议', heldOn: '2019-05-20', chair: '分管副市长', members: [housing] },
    });
    meeting.ask({ type: 'PutOnAgenda', data: { topic: '用地', issue: { projectId, issue: 1 } } });
    carry(
      meeting.ask({
        type: 'RecordDecision',
        data: { item: 1, decision: '先行用地。', owner: transport, dueOn: '2019-05-31' },
      }),
    );
    expect(delivery.started().issues).toMatchObject([
      { status: 'decided', owner: transport, dueOn: '2019-05-31', agendaItem: { meetingId, item: 1 } },
    ]);
    carry(delivery.ask({ type: 'ResolveIssue', data: { issue: 1, result: '已批。' } }));
    expect(meeting.log.at(-1)).toEqual({
      type: 'DecisionFollowedUp',
      data: { meetingId, item: 1, done: true, text: '已批。' },
    });
    carry(delivery.ask({ type: 'ReopenIssue', data: { issue: 1, reason: '一处仍未批。' } }));
    expect(meeting.log.at(-1)).toMatchObject({ data: { done: false, text: '一处仍未批。' } });
  });
});

describe('when a project is accepted', () => {
  it('its evaluation opens that day, for as long as the rules say', () =>
    expect(
      commandsOn('open-the-evaluation-when-a-project-is-accepted', {
        type: 'AcceptancePassed',
        data: {
          projectId,
          acceptedOn: '2019-12-20',
          rulesVersion: 1,
          rules: rules(),
          leads: [housing],
          inspector: '市政府督查室',
          items: [],
          evidence: [],
        },
      }),
    ).toEqual([
      {
        category: 'evaluation',
        id: projectId,
        command: {
          type: 'OpenEvaluation',
          data: { opensOn: '2019-12-20', closesOn: '2020-01-19', rulesVersion: 1, rules: rules(), leads: [housing] },
        },
      },
    ]));
});

describe('when a look back finds that a project does not hold', () => {
  const commandsUpon = (evaluateAgain: boolean) =>
    commandsOn('supersede-the-evaluation-when-a-look-back-reopens-the-project', {
      type: 'ProjectReopened',
      data: {
        projectId,
        inspector: '市政府督查室',
        findings: '一处未通水。',
        evidence: [],
        reopenedOn: '2020-03-10',
        evaluateAgain,
      },
    });

  it('what was said of it counts no more', () =>
    expect(commandsUpon(true)).toEqual([
      {
        category: 'evaluation',
        id: projectId,
        command: { type: 'SupersedeEvaluation', data: { because: '一处未通水。', foundOn: '2020-03-10' } },
      },
    ]));
  it('a finding of before there were rounds leaves the first evaluation as it stood', () =>
    expect(commandsUpon(false)).toEqual([]));
});

describe('when a project is rated badly', () => {
  const raterTag = PersonTag.parse('0123456789abcdef0123456789abcdef');
  const name = 'open-a-rectification-when-a-project-is-rated-badly';
  const rated = (level: number, badLevel = 2): LedgerEvent => ({
    type: 'ProjectRated',
    data: { projectId, raterTag, round: 1, repairs: 0, level, badLevel },
  });
  const changed = (previousLevel: number, level: number): LedgerEvent => ({
    type: 'RatingChanged',
    data: { projectId, raterTag, round: 1, repairs: 0, level, badLevel: 2, previousLevel },
  });
  const ticket = (level: number) => [
    {
      category: 'evaluation',
      id: projectId,
      command: { type: 'OpenRectification', data: { ticket: raterTag, level } },
    },
  ];

  it.each([1, 2])('level %d opens a rectification', (level) =>
    expect(commandsOn(name, rated(level))).toEqual(ticket(level)),
  );
  it.each([3, 4, 5])('level %d opens none', (level) => expect(commandsOn(name, rated(level))).toEqual([]));
  it('a rating of after a repair says so; any other orders what it always did', () =>
    expect(
      commandsOn(name, {
        type: 'ProjectRated',
        data: { projectId, raterTag, round: 2, repairs: 1, level: 1, badLevel: 2 },
      }),
    ).toEqual([
      {
        category: 'evaluation',
        id: projectId,
        command: { type: 'OpenRectification', data: { ticket: raterTag, level: 1, repairs: 1 } },
      },
    ]));
  it('the list says which levels are bad', () => {
    expect(commandsOn(name, rated(3, 3))).toEqual(ticket(3));
    expect(commandsOn(name, rated(2, 1))).toEqual([]);
  });
  it('a rating changed for the worse opens one, for the better none', () => {
    expect(commandsOn(name, changed(5, 2))).toEqual(ticket(2));
    expect(commandsOn(name, changed(1, 4))).toEqual([]);
  });
});
