import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readLocalIssuer } from '@minsheng/local-system';
import {
  openYear,
  persons,
  planYear,
  randomFor,
  readListFile,
  runYear,
  sampleList,
  type Receipt,
  type Year,
} from '@minsheng/rehearsal';
import { aListUnderWay } from '../support/a-list-under-way';
import { checkInvariants, type Acknowledged, type Evidence } from '../support/check-invariants';
import { gatherEvidence } from '../support/gather-evidence';
import { caughtUp } from '../support/projector';
import { LIST, openRehearsal, type Rehearsal } from '../support/rehearsal';
import { followTail, type TailReader } from '../support/tail-reader';

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 10);
const SEED = Number(process.env.KILL_SEED ?? 20190110);
const WRITERS = 4;
const PARTS = ['api', 'projector', 'postgres'] as const;

describe(`acknowledged means kept: kill -9 at random moments, ${ROUNDS} rounds, seed ${SEED}`, () => {
  let rehearsal: Rehearsal;
  const journal: Acknowledged[] = [];
  const killed: Record<string, number> = { api: 0, projector: 0, postgres: 0 };

  /** Residents write and the commission registers, each command under its own key, repeated until it is answered. */
  const write = async (writer: number, isOver: () => boolean): Promise<void> => {
    const { api, people } = rehearsal;
    const [citizen, commission] = await Promise.all([people.citizen(writer), people.commission()]);
    for (let number = 1; !isOver(); number += 1) {
      const { id } = await api.command(
        `lists/${LIST}/suggestions`,
        { title: `第 ${writer}-${number} 条`, content: '增设一处公厕' },
        { as: citizen, on: '2018-10-12', key: `suggest-${writer}-${number}` },
      );
      await api.command(
        `suggestions/${id}/registration`,
        { title: `公厕 ${writer}-${number}`, domain: '环境友好' },
        { as: commission, on: '2018-10-12', key: `register-${writer}-${number}` },
      );
    }
  };
  /** Meanwhile a whole year runs, from suggestions to closing. */
  const aWholeYear = async (): Promise<Year> => {
    const plan = planYear(await readListFile(sampleList('linan-2022')), { seed: SEED });
    const year = openYear(plan, rehearsal.system.url, await readLocalIssuer(rehearsal.system.issuerFile));
    year.api.onAcknowledged = acknowledged;
    await runYear(year);
    return year;
  };
  const acknowledged = (key: string, receipt: Receipt) => {
    journal.push({ ...receipt, key });
  };

  let year: Year;
  let tail: TailReader;
  let evidence: Evidence;
  beforeAll(async () => {
    rehearsal = await openRehearsal('kill');
    rehearsal.api.onAcknowledged = acknowledged;
    tail = followTail(rehearsal.system.postgresUrl);
    await aListUnderWay(rehearsal);
    const random = randomFor(SEED, 'kills');
    let over = false;
    const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer, () => over));
    const yearInProgress = aWholeYear();
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = journal.length; // it must have written since: a kill during a standstill would prove nothing
      await rehearsal.api.until('the load goes on', async () => (journal.length > before + WRITERS ? true : undefined));
      await pause(random() * 1_000);
      // Each is killed at least once; then by chance; every fourth round all of them, as when a machine fails.
      const victims =
        round % 4 === 3 ? PARTS : [round < PARTS.length ? PARTS[round] : PARTS[Math.floor(random() * PARTS.length)]];
      for (const victim of victims) {
        rehearsal.system.kill(victim);
        killed[victim] += 1;
      }
    }
    await pause(500);
    over = true;
    await Promise.all(writers);
    year = await yearInProgress;
    await caughtUp(rehearsal);
    await tail.stop();
    evidence = await gatherEvidence(rehearsal, { acknowledged: journal, unresolved: [], seen: tail.seen });
  }, 240_000);
  afterAll(() => rehearsal.end(), 30_000);

  it('all three were killed, under load, and the load went on', () => {
    expect(Object.values(killed).every((times) => times > 0)).toBe(true);
    expect(journal.length).toBeGreaterThan(ROUNDS * WRITERS);
    expect(rehearsal.api.acknowledgements + year.api.acknowledgements).toBe(
      rehearsal.api.commands + year.api.commands - year.api.refusals,
    ); // every unknown outcome was settled by a retry with the same key
    expect(rehearsal.api.retries + year.api.retries).toBeGreaterThan(0); // the kills had an effect
  });

  it(
    'nothing acknowledged is lost, nothing happened twice, the log has no hole, its reader missed nothing, and the ' +
      'read models equal a rebuild',
    async () => {
      expect(checkInvariants(evidence)).toEqual({
        lost: [],
        doubled: [],
        disordered: [],
        setAside: [],
        skipped: [],
        differing: [],
        unresolved: [],
      });
      // One event each: no retry made a second one.
      const [{ received }] = await rehearsal.look<{ received: string }>(
        `select count(*) as received from es.events where type = 'SuggestionReceived' and stream_id like
        'suggestion-${LIST}-%'`,
      );
      expect(Number(received)).toBe(journal.filter(({ key }) => key.startsWith('suggest-')).length);
    },
  );

  it('and the year ended as a year ends', async () => {
    const { projects } = await year.api.read<{ projects: { status: string }[] }>(
      `lists/${year.plan.listId}/board`,
      await year.people.commission(),
    );
    expect(projects.map(({ status }) => status)).toEqual(year.plan.projects.map(() => 'closed'));
  });

  it('of the people of the year, made up as they are, no name and no number is in any event', async () => {
    const stored = await rehearsal.look<{ text: string }>('select data || metadata as text from es.events');
    const holding = (text: string) => stored.filter((event) => event.text.includes(text)).length;
    expect(
      persons
        .flatMap(({ name, phone, address }) => [name, phone, phone.replaceAll(' ', ''), address])
        .filter((text) => holding(text) > 0),
    ).toEqual([]);
    expect(holding('卫生健康局')).toBeGreaterThan(0); // control: a department's name is found
  });

  it('an outage is told as an outage: nothing in the api was surprised by it', () => {
    const log = readFileSync(path.join(rehearsal.system.dataDir, 'logs', 'api.log'), 'utf8');
    expect(log).toContain('the api listens'); // control: this is the log
    expect(log.split('\n').filter((line) => line.includes('a bug, not a refusal'))).toEqual([]);
  });

  it('the oracle can fail: it misses an acknowledgement that the log never held', () => {
    const never: Acknowledged = { key: 'never-sent', id: `${LIST}-0000000000`, streamVersion: 1, position: '999999' };
    expect(checkInvariants({ ...evidence, acknowledged: [...journal, never] }).lost).toEqual(['never-sent']);
  });
});
