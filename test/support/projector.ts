import { execFile } from 'node:child_process';
import path from 'node:path';
import type { Observed } from './rehearsal';

const COMMAND_LINE = path.resolve(__dirname, '../../apps/projector/dist/command-line.js');

/** `npm run projector -- …` against the rehearsal's database. */
export const projector = (
  { system }: { readonly system: Pick<Observed['system'], 'databaseUrls'> },
  ...args: readonly string[]
): Promise<{ readonly exitCode: number; readonly output: string }> =>
  new Promise((resolve) => {
    const running = execFile(
      process.execPath,
      [COMMAND_LINE, ...args],
      { encoding: 'utf8', maxBuffer: 16_000_000, env: { ...process.env, DATABASE_URL: system.databaseUrls.projector } },
      (_, stdout, stderr) => resolve({ exitCode: running.exitCode ?? 128, output: stdout + stderr }),
    );
  });

interface Ready {
  readonly status: string;
  readonly head: string;
  readonly projections: readonly {
    readonly name: string;
    readonly lagEvents: number;
    readonly halted: string | null;
  }[];
}

/** Waits until every projection and the policies are at the head of the log, and the head itself does not move. */
export const caughtUp = async ({
  api,
  system,
  people,
}: Pick<Observed, 'api' | 'system' | 'people'>): Promise<Ready> => {
  let before = '';
  const headers = { authorization: `Bearer ${await people.operator()}` };
  return api.until('the projector catches up', async () => {
    const answer = await fetch(`${system.url}/readyz`, { headers }).catch(() => undefined);
    if (answer?.status !== 200) return undefined;
    const ready = (await answer.json()) as Ready;
    const still = ready.head === before;
    before = ready.head;
    return still && ready.projections.every(({ lagEvents }) => lagEvents === 0) ? ready : undefined;
  });
};
