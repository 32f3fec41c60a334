import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { projector } from '../../support/projector';
import { LIST } from '../../support/rehearsal';
import type { Fault } from '../fault';
import { standings, untilProjected } from '../system/lag';
import { underLoad, type Strike } from '../under-load';

/** Subscribers that read suggestions: these must halt before an unreadable suggestion event, and no others. */
const READERS_OF_SUGGESTIONS = ['suggestion', 'timeline', 'policies'];
const OTHERS_BAR_MS = 1_000;
const HALT_WITHIN_MS = 10_000;
const RESUME_BAR_MS = 10_000;

/** A valid event, and what makes it unreadable. */
const poisons = [
  { says: 'unknown type', column: 'type', wrong: 'NobodyHasEverHeardOfThis' },
  { says: 'unknown version', column: 'shape_version', wrong: '99' },
  { says: 'cut-off JSON', column: 'data', wrong: '{"suggestionId":"' },
] as const;
/** `right` is the correct value of the wrong column. */
interface Planted {
  readonly position: string;
  readonly right: string;
}

/**
 * Writes a copy of a received suggestion to the log, as a stream of its own, wrong in one column. Takes the lock before
 * it looks at the last position, as every writer does.
 */
const plant = async (
  { system, journal }: Pick<Strike, 'system' | 'journal'>,
  name: string,
  wrong?: (typeof poisons)[number],
): Promise<Planted> => {
  const suggestionId = `${LIST}-${name}`;
  const client = new Client({ connectionString: system.system.postgresUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(7301)');
    const {
      rows: [{ sample, head }],
    } = await client.query<{ sample: Record<string, string>; head: string }>(`
      select to_jsonb(e) as sample, (select max(global_position)::text from es.events) as head from es.events e
      where type = 'SuggestionReceived' order by global_position limit 1`);
    const position = String(BigInt(head) + 1n);
    const command = randomUUID();
    const [data, metadata] = [
      sample.data.replaceAll(sample.stream_id.replace('suggestion-', ''), suggestionId),
      sample.metadata.replace(/"commandId":"[^"]*"/, `"commandId":"${command}"`),
    ];
    const right = {
      ...sample,
      data,
      metadata,
      global_position: position,
      stream_id: `suggestion-${suggestionId}`,
      event_id: randomUUID(),
    };
    const {
      rows: [{ now }],
    } = await client.query<{ now: string }>('select max(recorded_at)::text as now from es.events');
    await client.query('insert into es.events select (jsonb_populate_record(null::es.events, $1)).*', [
      JSON.stringify({ ...right, recorded_at: now, ...(wrong && { [wrong.column]: wrong.wrong }) }),
    ]);
    await client.query(`select pg_notify('es', '')`);
    await client.query('commit');
    journal.ok(`plant-${name}`, { id: suggestionId, streamVersion: 1, position }, 0);
    return { position, right: wrong ? String(right[wrong.column as keyof typeof right]) : '' };
  } finally {
    await client.end();
  }
};

/**
 * Waits until all readers of suggestions are halted right before the unreadable event; returns those that are not, and
 * others that are.
 */
const strangeStandings = async (system: Strike['system'], position: string): Promise<string[]> => {
  for (const end = performance.now() + HALT_WITHIN_MS; ; await pause(20)) {
    const strange = (await standings(system)).flatMap(({ name, position: at, halted }) => {
      const should = READERS_OF_SUGGESTIONS.includes(name);
      if (should && (halted === null || BigInt(at) !== BigInt(position) - 1n))
        return [`${name} stands at ${at}, ${halted ?? 'not halted'}, before the poison at ${position}`];
      return !should && halted !== null ? [`${name} stands still too: ${halted}`] : [];
    });
    if (strange.length === 0 || performance.now() > end) return strange;
  }
};

/** Control: a projection that skips what it cannot read; its rows must differ from a rebuild. */
const passedOver = async (strike: Strike): Promise<number> => {
  const { system } = strike;
  await system.projectorProcess.end();
  const { position } = await plant(strike, 'passed0001');
  await system.look(`update read.checkpoint set position = $1 where name = 'suggestion'`, [position]);
  system.projectorProcess.start();
  await untilProjected(system);
  const { output } = await projector(system, 'verify', 'suggestion');
  await projector(system, 'rebuild', 'suggestion');
  return output.match(/\bDIFFERENT\b/g)?.length ?? 0;
};

/**
 * An unreadable event halts its readers right before itself; nothing is skipped, and once it is repaired they go on
 * from there.
 */
export const poisonEvent: Fault = {
  id: 'F13',
  title: '毒事件：未知类型、未知版本、损坏的 JSON · poison event: unknown type, unknown version, bad JSON',
  rounds: { everyday: 3, short: 6, long: 60 },
  play: underLoad('F13', {
    strike: async (strike, round) => {
      const { system, breach, measure, load } = strike;
      const poison = poisons[round % poisons.length];
      const { position, right } = await plant(strike, `poison${String(round).padStart(4, '0')}`, poison);
      for (const strange of await strangeStandings(system, position)) breach(`${poison.says}: ${strange}`);
      measure(
        'lag of the others',
        await untilProjected(system, (name) => !READERS_OF_SUGGESTIONS.includes(name)),
        OTHERS_BAR_MS,
      );
      await load.goesOn();
      await system.look(`update es.events set ${poison.column} = $2 where global_position = $1`, [position, right]);
      const { exitCode, output } = await projector(system, 'retry', 'all');
      if (exitCode !== 0) breach(`retry ended with ${exitCode}: ${output}`);
      measure('going on after the repair', await untilProjected(system), RESUME_BAR_MS);
    },
    controls: async (strike) => ({ 'a projection that passes over an event': await passedOver(strike) }),
  }),
};
