import { projector } from '../../support/projector';
import { LIST } from '../../support/rehearsal';
import type { Fault } from '../fault';
import { plantPoison, type Planted, type Poison } from '../load/plant-poison';
import { standings, untilProjected } from '../system/lag';
import { underLoad, type Strike } from '../under-load';

const LAG_BAR_MS = 1_000;
const RESUME_BAR_MS = 10_000;

/** A valid event, and what makes it unreadable. */
const poisons: readonly Poison[] = [
  { name: 'unknown type', column: 'type', wrong: 'NobodyHasEverHeardOfThis' },
  { name: 'unknown version', column: 'shape_version', wrong: '99' },
  { name: 'cut-off JSON', column: 'data', wrong: '{"suggestionId":"' },
  { name: 'another shape', column: 'data', wrong: '{}' },
];

/** Subscribers that read suggestions, and the key under which each must set the unreadable event aside. */
const marksOf = ({ suggestionId, position }: Planted): string[] => [
  `policies: suggestion-${suggestionId} since ${position}`,
  `suggestion: ${suggestionId} since ${position}`,
  `timeline: ${suggestionId} since ${position}`,
];
const marks = async ({ look }: Strike['system']): Promise<string[]> =>
  (
    await look<{ mark: string }>(
      `select checkpoint || ': ' || key || ' since ' || since as mark from read.set_aside order by 1`,
    )
  ).map(({ mark }) => mark);
const answerTo = async ({ system, people }: Strike['system'], path: string) => {
  const answer = await fetch(`${system.url}/api/v1/${path}`, {
    headers: { authorization: `Bearer ${await people.commission()}` },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

/** The poison is set aside by those who read it, and only by them; nobody stands still, and everybody can see it. */
const checkSetAside = async ({ system, breach }: Strike, planted: Planted): Promise<void> => {
  const [found, due] = [await marks(system), marksOf(planted)];
  if (found.join() !== due.join()) breach(`set aside is [${found.join(', ')}], and not [${due.join(', ')}]`);
  for (const { name, halted } of await standings(system))
    if (halted !== null) breach(`${name} stands still: ${halted}`);
  const { suggestionId, position } = planted;
  const status = await projector(system, 'status');
  if (status.exitCode !== 1 || !status.output.includes(`set aside since ${position}: ${suggestionId}`))
    breach(`status ends with ${status.exitCode} and says ${status.output}`);
  const ready = await fetch(`${system.system.url}/readyz`, {
    headers: { authorization: `Bearer ${await system.people.operator()}` },
  });
  if (ready.status !== 200 || !(await ready.text()).includes(suggestionId))
    breach(`/readyz answers ${ready.status}, or does not name ${suggestionId}`);
  const alone = await answerTo(system, `suggestions/${suggestionId}?wait-for=${position}`);
  if (alone.status !== 503 || alone.body['code'] !== 'NOT_CURRENT')
    breach(`the suggestion answers ${alone.status} ${String(alone.body['code'])}`);
  const all = await answerTo(system, `lists/${LIST}/suggestions?limit=1`);
  if (JSON.stringify(all.body['notCurrent']) !== JSON.stringify([suggestionId]))
    breach(`the list of suggestions says that ${JSON.stringify(all.body['notCurrent'])} is missing`);
};

const checkHealed = async ({ system, breach }: Strike, { suggestionId }: Planted): Promise<void> => {
  const found = await marks(system);
  if (found.length > 0) breach(`still set aside after the retry: ${found.join(', ')}`);
  const { status, body } = await answerTo(system, `suggestions/${suggestionId}?wait-for=1`);
  if (status !== 200 || body['status'] !== 'registered')
    breach(`healed, the suggestion answers ${status} ${String(body['status'])}`);
};

/** How often a verification finds a read model to differ, which a rebuild then puts right. */
const differences = async ({ system }: Strike, name: string): Promise<number> => {
  const { output } = await projector(system, 'verify', name);
  await projector(system, 'rebuild', name);
  return output.match(/\bDIFFERENT\b/g)?.length ?? 0;
};

/** Control: a projection that skips what it cannot read; its rows must differ from a rebuild. */
const passedOver = async (strike: Strike): Promise<number> => {
  const { system } = strike;
  await system.projectorProcess.end();
  const { last } = await plantPoison(strike, 'passed0001');
  await system.look(`update read.checkpoint set position = $1 where name = 'suggestion'`, [last]);
  system.projectorProcess.start();
  await untilProjected(system);
  return differences(strike, 'suggestion');
};

/** Control: a mark that is removed, as if nothing waited; it must be found while the cause is still there. */
const unmarked = async (strike: Strike): Promise<number> => {
  const { system } = strike;
  const planted = await plantPoison(strike, 'unmarked01', poisons[0]);
  await untilProjected(system);
  await system.look(`delete from read.set_aside where checkpoint = 'suggestion'`);
  const seen = await differences(strike, 'suggestion');
  await planted.mend();
  await projector(system, 'retry', 'all');
  return seen;
};

/**
 * An unreadable event sets aside its suggestion, with all that follows for it, and nothing else; nothing is skipped,
 * everybody can see what waits, and once the event is repaired a retry applies it in its place.
 */
export const poisonEvent: Fault = {
  id: 'F13',
  title:
    '毒事件：未知类型、未知版本、损坏的 JSON、不合形状 · poison event: unknown type, unknown version, bad JSON, another ' +
    'shape',
  rounds: { everyday: 3, short: 4, long: 60 },
  play: underLoad('F13', {
    strike: async (strike, round) => {
      const { system, breach, measure, load } = strike;
      const poison = poisons[round % poisons.length];
      const planted = await plantPoison(strike, `poison${String(round).padStart(4, '0')}`, poison);
      measure('lag of everybody', await untilProjected(system), LAG_BAR_MS);
      await checkSetAside(strike, planted);
      await load.goesOn();
      await planted.mend();
      const begin = performance.now();
      const { exitCode, output } = await projector(system, 'retry', 'all');
      if (exitCode !== 0) breach(`${poison.name}: retry ended with ${exitCode}: ${output}`);
      measure('retry', performance.now() - begin);
      measure('going on after the repair', await untilProjected(system), RESUME_BAR_MS);
      await checkHealed(strike, planted);
    },
    controls: async (strike) => ({
      'a projection that passes over an event': await passedOver(strike),
      'a mark that is taken away': await unmarked(strike),
    }),
  }),
};
