import { createHash } from 'node:crypto';
import type { EventStore } from '@minsheng/event-store';
import { TableRows, type AnyProjection, type DataSource } from '@minsheng/read-models';
import { rebuild } from './rebuild';

/** Whether a living read model equals one built anew, byte for byte. */
export interface Verdict { readonly name: string; readonly rows: number; readonly equal: boolean; readonly differing: readonly string[]; readonly sha256: string }

/** Compares row by row; the projector must stand still or have caught up, or the living one is merely behind. */
export const verify = async (store: EventStore, dataSource: DataSource, projection: AnyProjection): Promise<Verdict> => {
  const rebuilt = await rebuild(store, dataSource, projection);
  try {
    const [living, anew] = await Promise.all([new TableRows(dataSource.getMetadata(projection.entity)).dump(dataSource.manager), rebuilt.rows.dump(dataSource.manager)]);
    const differing = [...living.filter((row, index) => row !== anew[index]), ...anew.slice(living.length)];
    return { name: projection.name, rows: anew.length, equal: differing.length === 0, differing: differing.slice(0, 5), sha256: createHash('sha256').update(anew.join('\n')).digest('hex') };
  } finally {
    await rebuilt.drop();
  }
};
