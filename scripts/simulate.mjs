// `npm run simulate [-- --seeds 2000 --from 1 | --seed N]`: handlers, store and projector under seeded faults; see test/simulation.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { ensureBuilt } from './front-door/build.mjs';
import { complain } from './front-door/console.mjs';
import { ensureInstalled } from './front-door/install.mjs';
import { requireNode } from './front-door/node-version.mjs';
import { inRepository } from './front-door/repository.mjs';

requireNode();
try {
  if (isMainThread) {
    await ensureInstalled();
    await ensureBuilt(); // the libraries run as they are built; the simulation and the apps' parts are read from their sources
  }
  const require = createRequire(inRepository('test/package.json'));
  readTypeScriptWith(require);
  require(inRepository('test/simulation/main.ts'));
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

/** Tests have no build: what Jest does for the suites is done here for one command. */
function readTypeScriptWith(require) {
  const { transformSync } = require('@swc/core');
  require.extensions['.ts'] = (module, filename) => module._compile(transformSync(readFileSync(filename, 'utf8'), { filename, configFile: inRepository('.swcrc'), sourceMaps: 'inline' }).code, filename);
}
