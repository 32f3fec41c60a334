// `npm run faults [-- --only F1,F10] [--seed N] [--long]`: process-level faults under load; see test/faults.
import { ensureBuilt } from './front-door/build.mjs';
import { complain } from './front-door/console.mjs';
import { ensureInstalled } from './front-door/install.mjs';
import { requireNode } from './front-door/node-version.mjs';
import { runTypeScript } from './front-door/read-typescript.mjs';

requireNode();
try {
  await ensureInstalled();
  await ensureBuilt(); // api and projector run as built; the faults themselves are compiled from their sources
  runTypeScript('test/faults/main.ts');
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
