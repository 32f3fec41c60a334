import type { EventStore } from '@minsheng/event-store';
import type { AnyProjection, DataSource, SetAside, SetAsideEntry } from '@minsheng/read-models';
import type { Progress } from './build';
import { rebuild } from './rebuild';

/**
 * Whether a live read model equals a rebuilt one, byte for byte, and has set aside the same since the same positions.
 * `behind`: the live one has not reached the head of the log.
 */
export interface Verdict {
  readonly name: string;
  readonly rows: number;
  readonly equal: boolean;
  readonly differing: readonly string[];
  readonly sum: string;
  readonly behind: boolean;
  /** What the live one has set aside. */
  readonly setAside: readonly SetAsideEntry[];
}

/** What waits in one and not in the other, or since another position. */
const differingMarks = ({ live, shadow }: { readonly live: SetAside; readonly shadow: SetAside }): string[] => {
  if (live.equals(shadow)) return [];
  const lines = (marks: SetAside) => marks.entries.map(({ key, since }) => `${key} since ${since}`);
  const [inLive, inShadow] = [lines(live), lines(shadow)];
  return [
    ...inLive.filter((line) => !inShadow.includes(line)).map((line) => `set aside, and not by a rebuild: ${line}`),
    ...inShadow.filter((line) => !inLive.includes(line)).map((line) => `not set aside, but by a rebuild: ${line}`),
  ];
};

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
    if (!comparison)
      return { name: projection.name, rows: 0, equal: false, differing: [], sum: '', behind: true, setAside: [] };
    const { shadow, differing, live, setAside } = comparison;
    return {
      name: projection.name,
      rows: shadow.rows,
      equal: live.rows === shadow.rows && live.sum === shadow.sum && setAside.live.equals(setAside.shadow),
      differing: [...differing, ...differingMarks(setAside)],
      sum: shadow.sum,
      behind: false,
      setAside: setAside.live.entries,
    };
  } finally {
    await rebuilt.drop();
  }
};
