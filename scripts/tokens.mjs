// npm run tokens -- revoke SUBJECT; `help` says the rest
import { runCommandLine } from './front-door/command-line.mjs';

await runCommandLine('apps/api/dist/command-line.js', {
  commands: ['revoke'],
  role: 'api',
  localSettings: (dataDir) => ({ REHEARSAL: '1', DATA_DIR: dataDir }),
});
