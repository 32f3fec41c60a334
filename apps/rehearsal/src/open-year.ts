import { makeTemporaryFolder, readLocalIssuer, startSystem, type LocalIssuer } from '@minsheng/local-system';
import type { YearPlan } from './plan/year-plan';
import type { Year } from './stages/year';
import { Api } from './client/api';
import { People } from './client/people';

export const openYear = (plan: YearPlan, url: string, issuer: LocalIssuer, signal?: AbortSignal): Year => ({
  plan,
  api: new Api(url, signal),
  people: new People(issuer, plan.regionCode, plan.listId),
  suggestions: new Map(),
  projects: new Map(),
});

export interface Where {
  readonly url: string;
  readonly issuerFile: string;
}

/** A system of one's own, in a folder that goes with it. */
export const withTemporarySystem = async <T>(
  signal: AbortSignal,
  onStep: (text: string) => void,
  work: (where: Where) => Promise<T>,
): Promise<T> => {
  const { folder, remove } = await makeTemporaryFolder('year');
  try {
    const system = await startSystem({ dataDir: folder, apiPort: 0, signal, onStep });
    try {
      return await work({ url: system.url, issuerFile: system.issuerFile });
    } finally {
      await system.stop();
    }
  } finally {
    await remove();
  }
};

export { readLocalIssuer };
