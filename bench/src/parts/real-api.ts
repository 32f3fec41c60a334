import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { mintToken, readLocalIssuer, startSystem } from '@minsheng/local-system';
import type { Load } from '../loads/http-load';

const LIST = '511400-2019';

/** Starts the whole system in a folder and lets residents send suggestions; returns requests per second, by round. */
export async function loadRealApi(
  folder: string,
  load: (how: Omit<Load, 'seconds'>) => Promise<number>,
  rounds: number,
): Promise<number[]> {
  const system = await startSystem({ dataDir: path.join(folder, 'system'), apiPort: 0, env: { LOG_LEVEL: 'warn' } });
  try {
    const issuer = await readLocalIssuer(system.issuerFile);
    const authorization = async (claims: Parameters<typeof mintToken>[1]) => ({
      authorization: `Bearer ${await mintToken(issuer, claims)}`,
    });
    const url = `${system.url}/api/v1/lists/${LIST}`;
    const opened = await fetch(`${url}/opening`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(await authorization({ sub: 'bench-commission', role: 'commission', region: LIST.slice(0, 6) })),
      },
      body: JSON.stringify({ regionName: '眉山市', title: '2019年民生实事', mode: 'government', seats: 10 }),
    });
    if (!opened.ok) throw new Error(`The list was not opened: ${opened.status} ${await opened.text()}`);
    const how = {
      url: `${url}/suggestions`,
      body: { title: '增加路灯', content: '河边步道晚上很暗，希望增加路灯。' },
      headers: await authorization({ sub: 'bench-citizen', role: 'public' }),
      keyed: true,
    };
    const rates: number[] = [];
    for (let round = 0; round < rounds; round += 1) rates.push(await load(how));
    return rates;
  } finally {
    await system.stop();
  }
}
