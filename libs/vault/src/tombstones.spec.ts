import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysOf } from './testing/vault-of-a-suite';
import { Tombstones } from './tombstones';

const [first, second] = ['8f1d6b0a-6f0e-4f43-9a55-0f6b7c7c2f10', '8f1d6b0a-6f0e-4f43-9a55-0f6b7c7c2f11'];
let folder: string;
let file: string;
let tombstones: Tombstones;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-erasures-'));
  file = join(folder, 'vault-erasures');
  tombstones = new Tombstones(file, keysOf(1, 11));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the file of erasures', () => {
  it('need not be there before the first one', async () => expect(await tombstones.all()).toEqual([]));
  it('keeps them for those with the key, whatever wrap key is in use', async () => {
    await Promise.all([tombstones.add([first]), tombstones.add([second])]);
    expect((await new Tombstones(file, keysOf(1, 12)).all()).sort()).toEqual([first, second]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain(first);
  });
  it('loses none to a line that a power cut left unfinished', async () => {
    await tombstones.add([first]);
    appendFileSync(file, readFileSync(file, 'utf8').trim().slice(0, 40));
    await tombstones.add([second]);
    expect(await tombstones.all()).toEqual([first, second]);
  });
  it('is refused where a line was changed, or belongs to another vault', async () => {
    await tombstones.add([first]);
    await expect(new Tombstones(file, keysOf(2, 11)).all()).rejects.toThrow('does not open');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"iv":"', '"iv":"A'));
    await expect(tombstones.all()).rejects.toThrow('does not open');
  });
  it('that cannot be written stops the erasure', async () => {
    await expect(new Tombstones(join(folder, 'nowhere', 'file'), keysOf(1, 11)).add([first])).rejects.toThrow('ENOENT');
  });
});
