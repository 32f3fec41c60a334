import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordWrapKey } from './record-wrap-key';
import { SecurityLogFile } from './security-log-file';

const DAY_MS = 86_400_000;
let folder: string;
let clock: Date;
const open = () => SecurityLogFile.open({ folder: join(folder, 'log'), days: 180, now: () => clock });
const files = () => readdirSync(join(folder, 'log')).sort();
const lines = () =>
  files()
    .flatMap((name) => readFileSync(join(folder, 'log', name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, string>);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-security-'));
  clock = new Date('2026-01-01T00:00:00Z');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the security log', () => {
  it('has one JSON line per event, with its time, whatever signs are in it', async () => {
    const log = await open();
    await log.record({ event: 'REFUSED', code: 'X', route: 'GET /a\n{"event":"SIGNED_IN"}', address: '127.0.0.1' });
    expect(lines()).toEqual([
      {
        time: '2026-01-01T00:00:00.000Z',
        event: 'REFUSED',
        code: 'X',
        route: 'GET /a\n{"event":"SIGNED_IN"}',
        address: '127.0.0.1',
      },
    ]);
  });

  it('is written when that is said, also when many speak at once and by two processes', async () => {
    const logs = [await open(), await open()];
    await Promise.all(
      Array.from({ length: 500 }, (_, number) => logs[number % 2].record({ event: 'REFUSED', code: String(number) })),
    );
    expect(
      lines()
        .map(({ code }) => Number(code))
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 500 }, (_, number) => number));
  });

  it('is a new file each day, which only its owner reads', async () => {
    const log = await open();
    await log.record({ event: 'SIGNED_IN' });
    clock = new Date('2026-01-02T00:00:00Z');
    await log.record({ event: 'SIGNED_IN' });
    expect(files()).toEqual(['security-2026-01-01.log', 'security-2026-01-02.log']);
    expect(files().map((name) => statSync(join(folder, 'log', name)).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(statSync(join(folder, 'log')).mode & 0o077).toBe(0);
  });

  it('is refused at the start where it has no place', async () => {
    writeFileSync(join(folder, 'log'), '');
    await expect(open()).rejects.toThrow('SECURITY_LOG_DIR: the security log cannot be written to');
  });

  it('says when it cannot be written: what waits for it is not done', async () => {
    const log = await open();
    rmSync(join(folder, 'log'), { recursive: true });
    await expect(log.record({ event: 'CONTACT_READ' })).rejects.toThrow('ENOENT');
    await expect(log.record({ event: 'CONTACT_READ' })).rejects.toThrow('ENOENT');
  });
});

describe('its rotation', () => {
  it('drops no line younger than 180 days, and every line a day later, with a clock that moves by hours', async () => {
    const log = await open();
    const [begin, end] = [clock.getTime(), clock.getTime() + 400 * DAY_MS];
    for (let time = begin; time <= end; time += 6 * 3_600_000) {
      clock = new Date(time);
      await log.record({ event: 'SIGNED_IN' });
      const there = lines().map((line) => Date.parse(line['time']));
      const [oldest] = there;
      expect(there).toHaveLength((time - oldest) / (6 * 3_600_000) + 1); // without a hole
      expect(oldest).toBeLessThanOrEqual(Math.max(begin, time - 180 * DAY_MS));
      expect(oldest).toBeGreaterThan(time - 182 * DAY_MS);
    }
  });

  it('waits for the last line of a day: the whole day stays until that is old enough', async () => {
    clock = new Date('2026-01-01T23:59:59.999Z');
    await (await open()).record({ event: 'SIGNED_IN' });
    clock = new Date(Date.parse('2026-01-02T00:00:00Z') + 180 * DAY_MS - 1);
    await open();
    expect(lines()).toHaveLength(1);
    clock = new Date(clock.getTime() + 1);
    await open(); // also when the system did not run for long
    expect(lines()).toHaveLength(0);
  });

  it('leaves alone what is no file of the log', async () => {
    await open();
    rmSync(join(folder, 'log', files()[0]));
    clock = new Date('2030-01-01T00:00:00Z');
    await (await open()).record({ event: 'SIGNED_IN' });
    expect(files()).toEqual(['security-2030-01-01.log']);
  });
});

it('the wrap key is named at each start, and the start after it was changed says so', async () => {
  const start = async (key: string) => recordWrapKey(await open(), key);
  await start('0a1b2c3d');
  await start('0a1b2c3d');
  clock = new Date('2026-01-05T00:00:00Z');
  await start('ffffffff');
  await start('ffffffff');
  expect(lines().map(({ event, key }) => [event, key])).toEqual([
    ['KEY_IN_USE', '0a1b2c3d'],
    ['KEY_IN_USE', '0a1b2c3d'],
    ['KEY_CHANGED', 'ffffffff'],
    ['KEY_IN_USE', 'ffffffff'],
  ]);
});
