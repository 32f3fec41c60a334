import type { Random } from '@minsheng/rehearsal';
import { checkInvariants, findings } from '../support/check-invariants';
import { gatherEvidence } from '../support/gather-evidence';
import { caughtUp } from '../support/projector';
import type { Outcome } from './fault';
import { oracleControls } from './forged-evidence';
import { Load } from './load/load';
import { linksDue } from './load/matter';
import type { Scene, Stage } from './stage';

/** What a fault works with while clients write and read. */
export interface Strike extends Scene {
  readonly load: Load;
  readonly random: Random;
  /** Records a failed expectation. */
  breach(sentence: string): void;
  /** Keeps the largest of the figures of one name, and records a breach if it is over the limit. */
  measure(name: string, milliseconds: number, bar?: number): void;
}

interface UnderLoad {
  /** Before the first round, already under load. */
  prepare?(strike: Strike): Promise<void> | void;
  /** One round. Clients are served before it begins. */
  strike(strike: Strike, round: number): Promise<void>;
  /** After the last round, still under load: undoes what the rounds have set up. */
  settle?(strike: Strike): Promise<void> | void;
  /** Controls: protections removed under load. */
  controlsUnderLoad?(strike: Strike): Promise<Record<string, number>>;
  /** Controls: protections removed with readers running and writers stopped. */
  controls?(strike: Strike): Promise<Record<string, number>>;
}

/** The source of the scene: the stage, or one that the fault has opened for itself. */
type SharedScene = Pick<Stage, 'seed' | 'scene' | 'discardScene'>;

/**
 * A fault that strikes a running system: rounds under load, then rest, then the oracle, and the same oracle on forged
 * evidence.
 */
export const underLoad =
  (name: string, { prepare, strike, settle, controlsUnderLoad, controls }: UnderLoad) =>
  async (stage: SharedScene, rounds: number, random: Random): Promise<Outcome> => {
    const scene = await stage.scene();
    const { system, journal, tail } = scene;
    const before = { served: journal.served, refused: journal.refused.length, unknown: journal.count('info') };
    const breaches: string[] = [];
    const longest = new Map<string, number>();
    journal.slowest = 0;
    const load = new Load(system, journal, `${name}-${before.served}`, stage.seed);
    const at: Strike = {
      ...scene,
      load,
      random,
      breach: (sentence) => {
        breaches.push(sentence);
      },
      measure: (what, milliseconds, bar) => {
        longest.set(what, Math.max(longest.get(what) ?? 0, milliseconds));
        if (bar !== undefined && milliseconds > bar)
          breaches.push(`${what}: ${(milliseconds / 1_000).toFixed(1)} s, over ${bar / 1_000} s`);
      },
    };
    try {
      await load.goesOn();
      await prepare?.(at);
      for (let round = 0; round < rounds; round += 1) {
        await load.goesOn();
        await strike(at, round);
      }
      await settle?.(at);
      await load.goesOn();
      const taken = { ...(await controlsUnderLoad?.(at)) };
      await load.stopWriting(random);
      await caughtUp(system);
      Object.assign(taken, await controls?.(at));
      await load.stopReading();
      await caughtUp(system);
      await tail.caughtUp();
      const evidence = await gatherEvidence(system, {
        acknowledged: journal.acknowledged,
        unresolved: journal.unresolved,
        seen: [...tail.seen],
      });
      const links = await linksDue(system);
      if (links.missing + links.twice > 0)
        breaches.push(`a policy's links: ${links.missing} missing, ${links.twice} twice`);
      breaches.push(...journal.refused.slice(before.refused));
      const outcome: Outcome = {
        acknowledged: journal.served - before.served,
        violations: checkInvariants(evidence),
        breaches,
        controls: { ...taken, ...oracleControls(evidence) },
        measured: [
          ...[...longest].map(([what, milliseconds]) => `${what} ≤ ${(milliseconds / 1_000).toFixed(2)} s`),
          `unknown outcomes ${journal.count('info') - before.unknown}, longest ` +
            `request ${(journal.slowest / 1_000).toFixed(1)} s`,
        ],
      };
      if (findings(outcome.violations) > 0 || breaches.length > 0) await stage.discardScene();
      return outcome;
    } catch (error) {
      load.abandon();
      await stage.discardScene();
      throw error;
    }
  };
