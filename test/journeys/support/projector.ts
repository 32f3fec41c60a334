import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Rehearsal } from './rehearsal';

const COMMAND_LINE = path.resolve(__dirname, '../../../apps/projector/dist/command-line.js');

/** `npm run projector -- …` against the rehearsal's database. */
export const projector = ({ system }: Rehearsal, ...args: readonly string[]): { readonly exitCode: number | null; readonly said: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND_LINE, ...args], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: system.postgresUrl } });
  return { exitCode: status, said: stdout + stderr };
};

interface Ready { readonly status: string; readonly head: string; readonly projections: readonly { readonly name: string; readonly lagEvents: number; readonly halted: string | null }[] }

/** Waits until every projection and the policies stand at the head of the log, and the head itself stands still. */
export const caughtUp = async ({ api, system }: Rehearsal): Promise<Ready> => {
  let before = '';
  return api.until('the projector catches up', async () => {
    const answer = await fetch(`${system.url}/readyz`).catch(() => undefined);
    if (answer?.status !== 200) return undefined;
    const ready = (await answer.json()) as Ready;
    const still = ready.head === before;
    before = ready.head;
    return still && ready.projections.every(({ lagEvents }) => lagEvents === 0) ? ready : undefined;
  });
};
