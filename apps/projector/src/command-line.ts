import 'reflect-metadata';
import { projections } from '@minsheng/read-models';
import { open } from './open';
import { rebuild } from './projecting/rebuild';
import { verify } from './projecting/verify';

const USAGE = `npm run projector -- status | verify [NAME|all] | rebuild NAME|all
  status   how far each projection is, and why one stands still (exit code 1 when one does)
  verify   builds each read model anew beside the living one and compares them byte for byte
  rebuild  the same, then puts the new one in place; the old stays as <name>__old`;

const chosen = (name = 'all') => {
  const found = projections.filter((projection) => name === 'all' || projection.name === name);
  if (found.length === 0) throw new Error(`No read model is called ${name}: ${projections.map((projection) => projection.name).join(', ')}`);
  return found;
};

const run = async ([command, name]: readonly string[]): Promise<number> => {
  if (command !== 'status' && command !== 'verify' && command !== 'rebuild') { console.log(USAGE); return command === undefined || command === 'help' ? 0 : 64; }
  const { store, dataSource, close } = await open(process.env);
  try {
    if (command === 'status') {
      const head = await store.head();
      const rows: { name: string; position: string; halted: string | null }[] = await dataSource.query('select name, position::text, halted from read.checkpoint order by name');
      for (const row of rows) console.log(`${row.name.padEnd(14)} ${row.position}/${head} ${row.halted ? `HALTED: ${row.halted}` : 'running'}`);
      return rows.some(({ halted }) => halted !== null) ? 1 : 0;
    }
    if (command === 'verify') {
      const verdicts = [];
      for (const projection of chosen(name)) verdicts.push(await verify(store, dataSource, projection));
      for (const verdict of verdicts) console.log(`${verdict.name.padEnd(14)} ${String(verdict.rows).padStart(8)} rows  ${verdict.equal ? 'equal' : 'DIFFERENT'}  ${verdict.sha256.slice(0, 16)}`);
      return verdicts.every(({ equal }) => equal) ? 0 : 1;
    }
    for (const projection of chosen(name)) {
      const rebuilt = await rebuild(store, dataSource, projection, (done, of) => process.stdout.write(`\r${projection.name}: ${done}/${of}`));
      await rebuilt.swapIn();
      console.log(`\r${projection.name}: rebuilt to position ${rebuilt.position}`);
    }
    return 0;
  } finally {
    await close();
  }
};

run(process.argv.slice(2).filter((argument) => !argument.startsWith('--data-dir='))).then((code) => process.exit(code), (error: Error) => { console.error(error.message); process.exit(1); });
