/**
 * What clients do in a small year. Each plot continues whatever the answers are; most run concurrently, and some on the
 * same streams.
 */
import {
  DeliveryCommands as Delivery,
  SelectionCommands as Selection,
  SuggestionCommands as Suggestion,
  type ProjectId,
  type SuggestionId,
} from '@minsheng/contracts';
import { oneOf, type Random } from '@minsheng/rehearsal';
import type { Client } from './client';
import { closeMonth } from './close-month';
import { citizen, clerk, commission, listId, projectId, suggestionId, works } from './people';
import { decide, merge, rate } from './request';

const SEATS = 2;
const byCommission = (on: string) => ({ by: commission, on });
const evidence = [{ kind: 'certificate' as const, caption: '验收证书' }];

/** The list from opening to adoption, decided by government: two of three candidates. */
export const select = async (client: Client): Promise<void> => {
  const candidates = [1, 2, 3].map(projectId);
  const signature = byCommission('2019-01-10');
  await client.ask(
    decide(
      'annual-list',
      listId,
      Selection.OpenAnnualList,
      { regionName: '眉山市', title: '2019年民生实事', mode: 'government', seats: SEATS },
      signature,
    ),
  );
  await client.ask(decide('annual-list', listId, Selection.AdoptRules, { defaults: true }, signature));
  for (const id of candidates)
    await client.ask(decide('candidate', id, Selection.ProposeCandidate, commitment([suggestionId(1)]), signature));
  await client.ask(decide('annual-list', listId, Selection.PutToDecision, { projectIds: candidates }, signature));
  await client.ask(
    decide(
      'annual-list',
      listId,
      Selection.DecideByGovernment,
      { body: '市人民政府', heldOn: '2019-01-10', documentNo: '1号', projectIds: candidates.slice(0, SEATS) },
      signature,
    ),
  );
  await client.ask(decide('annual-list', listId, Selection.AdoptAnnualList, { announcementNo: '1号' }, signature));
};

const commitment = (suggestions: SuggestionId[]) => ({
  title: '口袋公园',
  domain: '环境友好' as const,
  coDepartments: [],
  suggestions,
  indicators: [
    {
      id: 'i1',
      name: '公园',
      unit: '个',
      comparator: '>=' as const,
      target: '12',
      additive: true,
      applicable: true,
      lead: works,
      steps: [],
    },
  ],
});

/** Months of a project until its acceptance; policies start it, and issue an order when a light turns red. */
export const deliver = async (client: Client, random: Random, id: ProjectId): Promise<void> => {
  const month = (number: number) => `2019-0${number}`;
  const lines = (value: number) => [{ indicatorId: 'i1', value: String(value) }];
  const unchanged = [{ indicatorId: 'i1', unchanged: true as const }];
  let built = 0;
  for (const number of [1, 2, 3]) {
    const period = month(number);
    const grown = oneOf(random, [0, 1]);
    built += grown;
    const isUnchanged = number > 1 && grown === 0;
    const report = { period, lines: isUnchanged ? unchanged : lines(built), evidence: [] };
    const submit = () => decide('delivery', id, Delivery.SubmitReport, report, { by: clerk(1), on: `${period}-25` });
    await (number === 1 ? client.insist(submit) : client.ask(submit()));
    if (random() < 0.3) {
      await client.ask(
        decide(
          'delivery',
          id,
          Delivery.ReturnReport,
          { period, department: works, reason: '缺照片' },
          byCommission(`${period}-26`),
        ),
      );
      await client.ask(submit());
    }
    const checked = random() < 0.8;
    if (checked)
      await client.ask(
        decide(
          'delivery',
          id,
          Delivery.VerifyReport,
          { period, department: works, how: 'documents' },
          byCommission(`${period}-27`),
        ),
      );
    await closeMonth(client, random, id, number, checked);
  }
  await client.ask(
    decide(
      'delivery',
      id,
      Delivery.CorrectReport,
      { period: month(1), lines: lines(1), progress: '更正', evidence: [], reason: '漏报一处' },
      { by: clerk(1), on: '2019-04-02' },
    ),
  );
  await client.ask(
    decide(
      'delivery',
      id,
      Delivery.VerifyReport,
      { period: month(1), department: works, how: 'site visit' },
      byCommission('2019-04-03'),
    ),
  );
  await client.ask(
    decide('delivery', id, Delivery.AnswerOrder, { order: 1, answer: '已整改' }, { by: clerk(1), on: '2019-04-04' }),
  );
  await client.ask(decide('delivery', id, Delivery.CloseOrder, { order: 1 }, byCommission('2019-04-05')));
  await client.ask(
    decide('delivery', id, Delivery.RecordNotMet, { body: '市发改委', reason: '雨季延误' }, byCommission('2019-12-30')),
  );
  await client.ask(
    decide(
      'delivery',
      id,
      Delivery.InspectProject,
      { inspector: '市质监站', items: [{ item: '绿化', passed: true, note: '' }], evidence },
      byCommission('2019-12-31'),
    ),
  );
};

/** Clerks raise issues on one project at the same time, several at once; some name the version they have seen. */
export const raiseIssues = async (client: Client, random: Random, id: ProjectId, number: number): Promise<void> => {
  const raise = (title: string, seen?: number) =>
    decide(
      'delivery',
      id,
      Delivery.RaiseIssue,
      { title: `${title} ${number}`, detail: '两处未批' },
      { by: clerk(number), on: '2019-03-01', ...(seen !== undefined && { expectedVersion: seen }) },
    );
  const first = await client.insist(() => raise('用地'));
  await client.askTogether([
    raise('资金'),
    raise('工期', random() < 0.5 ? first?.streamVersion : undefined),
    raise('拆迁'),
  ]);
  await client.ask(
    decide(
      'delivery',
      id,
      Delivery.DecideIssueInMeeting,
      {
        issue: number,
        meeting: '联席会议',
        decision: '先行用地',
        owner: works,
        dueOn: '2019-07-30',
        agendaItem: { meetingId: `${listId}-m000000001`, item: number },
      },
      byCommission('2019-06-01'),
    ),
  );
};

/** The issues of a whole county arrive at once: more than fit into one group. */
export const raiseMany = async (client: Client, id: ProjectId, number: number): Promise<void> => {
  const raise = (nth: number) =>
    decide(
      'delivery',
      id,
      Delivery.RaiseIssue,
      { title: `第${nth}处用地`, detail: '未批' },
      { by: clerk(number), on: '2019-03-02' },
    );
  await client.insist(() => raise(0));
  await client.askTogether(Array.from({ length: 18 }, (_, index) => raise(index + 1)));
};

/** One person rates one project repeatedly; the first rating waits until the evaluation is open. */
export const rateTwice = async (client: Client, random: Random, id: ProjectId, rater: string): Promise<void> => {
  const rating = () => rate(id, rater, 1 + Math.floor(random() * 5), { by: citizen, on: '2020-01-05' });
  await client.insist(rating);
  await client.ask(rating());
};

/** A suggestion is registered, merged into others that may themselves be merged, unmerged, and answered. */
export const suggest = async (
  client: Client,
  random: Random,
  number: number,
  others: readonly number[],
): Promise<void> => {
  const id = suggestionId(number);
  const staff = byCommission('2018-10-01');
  const words = { person: '8f1d6b0a-6f0e-4f43-9a55-0f6b7c7c2f10', iv: 'iviviviviviviviv', cipher: 'sealed' };
  await client.ask(
    decide(
      'suggestion',
      id,
      Suggestion.ReceiveSuggestion,
      { listId, channel: 'web', receivedOn: '2018-09-01', trackingCode: 'ABCDEFGHJK', words, anonymous: false },
      { by: citizen, on: '2018-09-01' },
    ),
  );
  await client.ask(
    decide('suggestion', id, Suggestion.RegisterSuggestion, { title: '多建公园', domain: '环境友好' }, staff),
  );
  for (let step = 0; step < 3; step += 1)
    await client.ask(
      random() < 0.6
        ? merge(id, suggestionId(oneOf(random, others)), staff)
        : decide('suggestion', id, Suggestion.UnmergeSuggestion, { reason: '不是一事' }, staff),
    );
  await client.ask(
    decide('suggestion', id, Suggestion.AssignSuggestion, { department: works, dueOn: '2018-11-01' }, staff),
  );
  const criterion = { met: true, note: '' };
  await client.ask(
    decide(
      'suggestion',
      id,
      Suggestion.ScreenSuggestion,
      {
        criteria: { perceivable: criterion, doable: criterion, fundable: criterion, checkable: criterion },
        outcome: 'candidate',
      },
      staff,
    ),
  );
  await client.ask(decide('suggestion', id, Suggestion.AnswerSuggestion, { answer: '列为候选' }, staff));
};
