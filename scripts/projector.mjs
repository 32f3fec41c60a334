// npm run projector -- COMMAND [NAME|all]; `help` lists the commands
import { runCommandLine } from './front-door/command-line.mjs';

await runCommandLine('apps/projector/dist/command-line.js', {
  commands: ['status', 'verify', 'rebuild', 'rollback', 'pause', 'resume', 'retry'],
  role: 'projector',
});
