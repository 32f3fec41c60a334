import { temporaryDatabase, type TemporaryDatabase } from '@minsheng/event-store/testing';
import { migrateReadModels, openReadModels, type DataSource } from '@minsheng/read-models';
import { CheckpointMoved, TableCheckpoint } from './checkpoint';
import { gone } from '../testing/gone';
import { taken } from '../testing/opened-ledger';

let database: TemporaryDatabase;
let [dataSource, other]: DataSource[] = [];
const open = (applicationName: string) =>
  openReadModels(database.connectionString, { applicationName, maxConnections: 2 });
const row = async () => (await other.query('select position::text, halted, paused, holder from read.checkpoint'))[0];
const change = (what: string) => other.query(`update read.checkpoint set ${what}`);
const first = () => new TableCheckpoint(dataSource, 'project');
const second = () => new TableCheckpoint(other, 'project');

beforeAll(async () => {
  database = await temporaryDatabase();
  await migrateReadModels(database.connectionString);
  other = await open('projector two');
});
beforeEach(async () => {
  dataSource = await open('projector one');
  await other.query('delete from read.checkpoint');
});
afterEach(async () => {
  if (dataSource.isInitialized) await dataSource.destroy();
});
afterAll(async () => {
  await other.destroy();
  await database.drop();
});

describe('a checkpoint', () => {
  it('is moved by one process, while the others stand by', async () => {
    const lease = await taken(first());
    expect(await second().acquire()).toBeUndefined();
    await first().move(lease, 7n);
    expect(lease.position).toBe(7n);
    expect(await row()).toEqual({ position: '7', halted: null, paused: false, holder: 'projector one' });
  });
  it('passes on at once when its holder leaves', async () => {
    const lease = await taken(first());
    await first().release(lease, 3n);
    expect((await taken(second())).position).toBe(3n);
  });
  it('passes on at once when its holder dies', async () => {
    await taken(first());
    await dataSource.destroy(); // all its connections end, as after kill -9
    await gone(other, 'projector one');
    expect((await taken(second())).position).toBe(0n);
  });
  it('passes on when its holder sleeps for ten seconds, and what that one writes after waking is refused', async () => {
    const asleep = await taken(first());
    await change(`beat_at = beat_at - interval '9 seconds'`);
    expect(await second().acquire()).toBeUndefined();
    await change(`beat_at = beat_at - interval '2 seconds'`);
    const awake = await taken(second());
    await expect(first().move(asleep, 1n)).rejects.toThrow(CheckpointMoved);
    await first().halt(asleep, 0n, 'bad dream');
    await first().release(asleep, 9n);
    expect(await row()).toEqual({ position: '0', halted: null, paused: false, holder: 'projector two' });
    await second().move(awake, 1n);
  });
  it('that was lost with its connection is taken again by the same process', async () => {
    await taken(first());
    expect((await taken(first())).position).toBe(0n);
  });
  it('stands still while it is halted or paused', async () => {
    const lease = await taken(first());
    await first().halt(lease, 5n, 'x'.repeat(900));
    expect(await row()).toMatchObject({ position: '5', halted: 'x'.repeat(500), holder: null });
    expect(await second().acquire()).toBeUndefined();
    await change('halted = null, paused = true');
    expect(await second().acquire()).toBeUndefined();
    await change('paused = false');
    expect((await taken(second())).position).toBe(5n);
  });
});
