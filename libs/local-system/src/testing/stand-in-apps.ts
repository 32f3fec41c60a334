import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The smallest api that meets its supervisor's contract: ready by HTTP, exits on SIGTERM and when orphaned. */
const API =
  `
  const server = require('node:http').createServer((request, response) => {
    if (request.url === '/readyz') response.statusCode = process.env.DATABASE_URL ? 200 : 503;
    response.end(JSON.stringify({ dataDir: process.env.DATA_DIR, issuer: process.env.LOCAL_ISSUER_FILE, rehearsal: ` +
  `process.env.REHEARSAL, databaseRole: new URL(process.env.DATABASE_URL).username }));
  }).listen(Number(process.env.PORT), process.env.HOST);
`;
const ENDS =
  `for (const event of ['disconnect', 'SIGTERM']) process.once(event, () => { console.log('ends by', ` +
  `event); process.exit(0); });`;

/** Main files of an api and a projector that only run, and of a migration that only ends, for suites about starting. */
export async function writeStandInApps(folder: string): Promise<Record<'api' | 'projector' | 'migrate', string>> {
  const [api, projector, migrate] = ['api', 'projector', 'migrate'].map((name) =>
    path.join(folder, `stand-in-${name}.js`),
  );
  const mains = { api, projector, migrate };
  await writeFile(migrate, `console.log('migrated as', new URL(process.env.DATABASE_OWNER_URL).username);`);
  await writeFile(mains.api, `${ENDS}${API}`);
  await writeFile(mains.projector, `${ENDS} setInterval(() => undefined, 1000);`);
  return mains;
}

/** An app that handles SIGTERM but does not notice the loss of its supervisor. */
export async function writeStubbornApp(folder: string): Promise<string> {
  const main = path.join(folder, 'stubborn.js');
  await writeFile(main, 'setInterval(() => undefined, 1000);');
  return main;
}
