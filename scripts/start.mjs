// The front door: `npm start`. Only what every Node understands may stand here: an old one has to be told so in words.
import { requireNode } from './front-door/node-version.mjs';

requireNode();
import('./front-door/start-command.mjs').then(({ start }) => start(process.argv.slice(2)));
