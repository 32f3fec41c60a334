import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

const mutation = process.env.MUTATION;
if (mutation === 'ci-ready') process.exit(1);
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
const port = process.argv[process.argv.indexOf('--port') + 1];
createServer((_, response) => response.end('ready')).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/api`));
process.on('SIGINT', () => {
  if (mutation !== 'ci-leftovers') child.kill();
  process.exit(mutation === 'ci-stop' ? 3 : 0);
});
