// `npm start`. Only syntax that every Node understands: an old one must get a readable message.
import { requireNode } from './front-door/node-version.mjs';

requireNode();
import('./front-door/start-command.mjs').then(({ start }) => start(process.argv.slice(2)));
