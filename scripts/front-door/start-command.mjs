import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { complain, Problem, say, step } from './console.mjs';
import { ensureInstalled } from './install.mjs';
import { asTyped, inRepository } from './repository.mjs';
import { stopForeground } from './run.mjs';
import { seedIfWanted, wishForSeed } from './seed.mjs';
import { welcome } from './welcome.mjs';

const HELP = `npm start [-- 选项 · options]
  --empty          首次启动不填示例数据 · no sample year at the first start
  --port N         指定端口（默认 3000，被占用则另选） · the api's port (default 3000, or a free one)
  --data-dir DIR   数据目录（默认 .data） · data folder (default .data)
  --help           显示本帮助 · this text`;

/** Milliseconds: terminal and npm both pass on one Ctrl-C, so a second signal within this time is the same one. */
const SAME_KEYSTROKE = 1_000;
const INTERRUPTED = 130;

/** Installs, builds, starts, seeds, and runs until it is stopped. */
export async function start(args) {
  const stop = listenForStop();
  try {
    const options = readOptions(args);
    if (options.help) return say(HELP);
    await ensureInstalled();
    stop.throwIfRequested();
    await ensureBuilt();
    stop.throwIfRequested();
    await runSystem(options, stop);
  } catch (error) {
    if (!stop.requested) complain(error);
    process.exitCode = stop.requested ? INTERRUPTED : 1;
  } finally {
    stop.done();
  }
}

async function runSystem({ dataDir, port, empty }, stop) {
  const library = createRequire(import.meta.url)(inRepository('libs/local-system/dist/index.js'));
  if (!empty) wishForSeed(dataDir);
  let note = say;
  const system = await step('启动系统 · Starting the system', (noteInStep) => {
    note = noteInStep;
    return library.startSystem({ dataDir, apiPort: port, signal: stop.signal, onStep: (text) => note(text) });
  });
  note = (text) => say(`${new Date().toLocaleTimeString('zh-CN', { hour12: false })} ${text}`);
  stop.force = () => {
    for (const name of ['projector', 'api', 'postgres']) system.kill(name);
  };
  try {
    if (!empty) await seedIfWanted(system);
    if (!stop.requested) await welcome(system, library);
    await stop.whenRequested;
  } finally {
    await step('停止 · Stopping', () => system.stop());
  }
}

function readOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        empty: { type: 'boolean' },
        port: { type: 'string' },
        'data-dir': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
      throw new Problem(`--port ${values.port}: 1–65535`);
    return {
      help: values.help,
      empty: values.empty,
      port,
      dataDir: values['data-dir'] ? asTyped(values['data-dir']) : inRepository('.data'),
    };
  } catch (error) {
    throw new Problem(`${error.message}\n\n${HELP}`);
  }
}

/** Ctrl-C, SIGTERM, a closed terminal: the first stops in order, a later one kills. */
function listenForStop() {
  const controller = new AbortController();
  let since = 0;
  const stop = {
    signal: controller.signal,
    get requested() {
      return controller.signal.aborted;
    },
    whenRequested: new Promise((resolve) => controller.signal.addEventListener('abort', resolve, { once: true })),
    throwIfRequested() {
      if (this.requested) throw new Problem('');
    },
    force: () => undefined,
    done: () => {
      for (const name of names) process.off(name, listener);
    },
  };
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const listener = (name) => {
    if (!stop.requested) {
      since = Date.now();
      stopForeground(name);
      controller.abort();
    } else if (Date.now() - since > SAME_KEYSTROKE) {
      stop.force();
      process.exit(INTERRUPTED);
    }
  };
  for (const name of names) process.on(name, listener);
  whenAbandoned(() => listener('SIGTERM'));
  return stop;
}

/** A SIGTERM to npm ends it and the shell between us, but is not passed on: we would run on as an orphan. */
function whenAbandoned(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 300).unref();
}
