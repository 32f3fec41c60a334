// `npm run faults [-- --only F1,F10] [--seed N] [--long]`: process-level faults under load; see test/faults.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ensureBuilt } from './front-door/build.mjs';
import { complain } from './front-door/console.mjs';
import { ensureInstalled } from './front-door/install.mjs';
import { requireNode } from './front-door/node-version.mjs';
import { inRepository } from './front-door/repository.mjs';

requireNode();
try {
  await ensureInstalled();
  await ensureBuilt(); // api and projector run as they are built; the faults themselves are read from their sources
  const require = createRequire(inRepository('test/package.json'));
  readTypeScriptWith(require);
  require(inRepository('test/faults/main.ts'));
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

/** Tests have no build: what Jest does for the suites is done here for one command. */
function readTypeScriptWith(require) {
  const { transformSync } = require('@swc/core');
  require.extensions['.ts'] = (module, filename) => module._compile(transformSync(readFileSync(filename, 'utf8'), { filename, configFile: inRepository('.swcrc'), sourceMaps: 'inline' }).code, filename);
}
