import { setTimeout as sleep } from 'node:timers/promises';
import { LocalSystemError } from '../local-system-error';
import { tail } from '../process/files';

interface Watched {
  readonly name: string;
  readonly deaths: number;
  readonly logFile: string;
}

const LIMIT = 60_000;
const DEATHS = 3;

/** Waits until the api is ready; gives up when a process keeps dying or the time is over. */
export async function untilReady(url: string, apps: () => readonly Watched[], signal?: AbortSignal): Promise<void> {
  const end = Date.now() + LIMIT;
  while (!(await answers(`${url}/readyz`))) {
    throwIfStopped(signal);
    const dying = apps().find(({ deaths }) => deaths >= DEATHS);
    if (dying) throw await didNotStart(dying, `${dying.name} 反复退出`, `${dying.name} keeps dying`);
    if (Date.now() > end)
      throw await didNotStart(apps()[0], `${LIMIT / 1000} 秒内未就绪`, `Not ready within ${LIMIT / 1000} s`);
    await sleep(50);
  }
}

export function throwIfStopped(signal?: AbortSignal): void {
  if (signal?.aborted) throw new LocalSystemError('STOPPED_WHILE_STARTING', '启动被中断', 'Stopped while starting');
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2_000), headers: { connection: 'close' } }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status === 200;
    },
    () => false,
  );

async function didNotStart(app: Watched | undefined, chinese: string, english: string): Promise<LocalSystemError> {
  const quoted = app
    ? (await tail(app.logFile, 15))
        .split('\n')
        .map((line) => `  | ${line}`)
        .join('\n')
    : '';
  return new LocalSystemError('APP_DID_NOT_START', chinese, english, app ? `${app.logFile}\n${quoted}` : '');
}
