// `npm run year -- LIST.json`: a whole year over HTTP. Only syntax that every Node understands: an old one must get a
// readable message.
import { requireNode } from './front-door/node-version.mjs';

requireNode();
Promise.all(['install', 'build', 'repository', 'console'].map((name) => import(`./front-door/${name}.mjs`))).then(
  async ([{ ensureInstalled }, { ensureBuilt }, { asTyped, inRepository }, { complain }]) => {
    try {
      await ensureInstalled();
      await ensureBuilt();
      process.env.YEAR_FOLDER = asTyped('.'); // where the person stood: npm has changed the folder
      await import(inRepository('apps/rehearsal/dist/main.js'));
    } catch (error) {
      complain(error);
      process.exitCode = 1;
    }
  },
);
