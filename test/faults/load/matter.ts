import type { Receipt } from '@minsheng/rehearsal';
import { EDUCATION } from '../../support/a-list-under-way';
import { LIST, type Observed } from '../../support/rehearsal';
import type { Request } from './client';

/** Sends one command; undefined when its outcome is unknown, and then the sequence ends. */
export type Send = (request: Request) => Promise<Receipt | undefined>;

const ON = '2018-10-12';
const met = { met: true, note: '' };
const indicator = {
  id: 'i1',
  name: '新建公厕',
  unit: '座',
  comparator: '>=',
  target: '3',
  additive: true,
  applicable: true,
  lead: EDUCATION,
  steps: [],
};

/**
 * Takes one suggestion from a resident to a candidate, where a policy links the two: five streams that depend on each
 * other.
 */
export const carryThrough = async (
  { people }: Pick<Observed, 'people'>,
  name: string,
  citizen: number,
  send: Send,
): Promise<void> => {
  const [person, commission, department] = await Promise.all([
    people.citizen(citizen),
    people.commission(),
    people.department(EDUCATION),
  ]);
  const received = await send({
    key: `${name}-suggest`,
    path: `lists/${LIST}/suggestions`,
    body: { title: name, content: '增设一处公厕' },
    as: person,
    on: ON,
  });
  if (!received) return;
  const { id } = received;
  const steps = [
    {
      key: `${name}-register`,
      path: `suggestions/${id}/registration`,
      body: { title: `公厕 ${name}`, domain: '环境友好' },
      as: commission,
      on: ON,
    },
    {
      key: `${name}-assign`,
      path: `suggestions/${id}/assignment`,
      body: { department: EDUCATION, dueOn: '2018-11-12' },
      as: commission,
      on: ON,
    },
    {
      key: `${name}-opinion`,
      path: `suggestions/${id}/opinions`,
      body: { opinion: '可行', supports: true },
      as: department,
      on: ON,
    },
    {
      key: `${name}-screen`,
      path: `suggestions/${id}/screening`,
      body: { outcome: 'candidate', criteria: { perceivable: met, doable: met, fundable: met, checkable: met } },
      as: commission,
      on: ON,
    },
    {
      key: `${name}-propose`,
      path: `lists/${LIST}/candidates`,
      body: {
        title: `公厕 ${name}`,
        domain: '环境友好',
        indicators: [indicator],
        coDepartments: [],
        suggestions: [id],
      },
      as: commission,
      on: ON,
    },
  ];
  for (const step of steps) if (!(await send(step))) return;
};

/** What the policy must do for each candidate: link its suggestion, once. */
export const linksDue = async ({
  look,
}: Pick<Observed, 'look'>): Promise<{ readonly missing: number; readonly twice: number }> => {
  const [{ missing, twice }] = await look<{ missing: string; twice: string }>(`
    with owed as (select 'suggestion-' || json_array_elements_text(data::json -> 'suggestions') as stream from
    es.events where type = 'CandidateProposed'),
         paid as (select stream_id as stream, count(*) as times from es.events where type =
         'SuggestionLinkedToCandidate' group by stream_id)
    select count(*) filter (where times is null) as missing, count(*) filter (where times > 1) as twice from owed
    left join paid using (stream)`);
  return { missing: Number(missing), twice: Number(twice) };
};
