import type { DataSource } from '@minsheng/read-models';

/** Waits until the server has noticed that a process is gone: its client does not wait for that. */
export const gone = async (dataSource: DataSource, applicationName: string): Promise<void> => {
  for (
    const end = performance.now() + 5_000;
    performance.now() < end;
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    })
  )
    if (
      (await dataSource.query('select from pg_stat_activity where application_name = $1', [applicationName])).length ===
      0
    )
      return;
  throw new Error(`${applicationName} is still connected`);
};
