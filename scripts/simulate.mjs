// `npm run simulate [-- --seeds 2000 --from 1 | --seed N]`: handlers, store and projector under seeded faults; see
// test/simulation.
import { isMainThread } from 'node:worker_threads';
import { ensureBuilt } from './front-door/build.mjs';
import { complain } from './front-door/console.mjs';
import { ensureInstalled } from './front-door/install.mjs';
import { requireNode } from './front-door/node-version.mjs';
import { runTypeScript } from './front-door/read-typescript.mjs';

requireNode();
try {
  if (isMainThread) {
    await ensureInstalled();
    // The libraries run as they are built; the simulation and the apps' parts are read from their sources.
    await ensureBuilt();
  }
  runTypeScript('test/simulation/main.ts');
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
