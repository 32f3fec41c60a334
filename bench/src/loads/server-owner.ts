import { startPostgres } from '@minsheng/local-system';
import type { Helper } from '../harness/helper';

/** Starts a server and only owns it, to be killed. */
export async function open(options: { readonly dataDir: string }): Promise<Helper> {
  const server = await startPostgres(options);
  return { tasks: {}, close: () => server.stop() };
}
