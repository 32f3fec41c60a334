import type { EventStore } from '@minsheng/event-store';
import type { AnyProjection, DataSource } from '@minsheng/read-models';
import type { Progress } from './build';
import { rebuild } from './rebuild';

/**
 * Whether a live read model equals a rebuilt one, byte for byte. `behind`: the live one has not reached the head of the
 * log.
 */
export interface Verdict {
  readonly name: string;
  readonly rows: number;
  readonly equal: boolean;
  readonly differing: readonly string[];
  readonly sum: string;
  readonly behind: boolean;
}

/**
 * Rebuilds a read model to the position of the live one, compares them, and drops the shadow. Reads and writes go on.
 */
export const verify = async (
  store: EventStore,
  dataSource: DataSource,
  projection: AnyProjection,
  onProgress?: (progress: Progress) => void,
): Promise<Verdict> => {
  const rebuilt = await rebuild(store, dataSource, projection, onProgress);
  try {
    const comparison = await rebuilt.compare();
    if (!comparison) return { name: projection.name, rows: 0, equal: false, differing: [], sum: '', behind: true };
    const { shadow: shadow, differing, live: live } = comparison;
    return {
      name: projection.name,
      rows: shadow.rows,
      equal: live.rows === shadow.rows && live.sum === shadow.sum,
      differing,
      sum: shadow.sum,
      behind: false,
    };
  } finally {
    await rebuilt.drop();
  }
};
