import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { startPostgres } from '@minsheng/local-system';
import { time } from '../figures/compared';
import type { Result } from '../figures/figure';
import type { Bench } from '../harness/bench';
import { hire } from '../harness/hire';

export async function embedded({ folder, quick, say }: Bench): Promise<Result> {
  const rounds = quick ? 1 : 7;
  const times = { first: [] as number[], warm: [] as number[], adopted: [] as number[] };
  for (let round = 1; round <= rounds; round += 1) {
    say(`第 ${round}/${rounds} 轮 · round ${round} of ${rounds}`);
    const home = path.join(folder, `embedded-${round}`);
    await mkdir(home, { mode: 0o755 });
    const dataDir = path.join(home, 'postgres');
    const timed = async (into: number[]) => {
      const begin = performance.now();
      const server = await startPostgres({ dataDir });
      into.push(performance.now() - begin);
      return server;
    };
    await (await timed(times.first)).stop();
    await (await timed(times.warm)).stop();
    const owner = await hire('loads/server-owner', { dataDir });
    await owner.kill();
    const server = await timed(times.adopted);
    const { adopted } = server;
    await server.stop();
    if (!adopted) throw new Error('The server did not outlive its owner: nothing was adopted');
    await rm(home, { recursive: true });
  }
  return {
    part: 'embedded',
    title: '内置数据库 · The PostgreSQL that npm brings along, until its database can be used',
    drawn: 'ms',
    method: [
      'First ever: an empty folder becomes a cluster, the server starts and the database is made. Warm: the same ' +
        'folder again after an orderly stop.',
      'Adopted: the process that had started the server is killed with SIGKILL; the next start finds the running ' +
        'server and takes it over.',
    ],
    figures: [
      time('first ever start', times.first, 1_500),
      time('warm start', times.warm, 100),
      time('adopted after kill -9 of its owner', times.adopted, 200),
    ],
  };
}
