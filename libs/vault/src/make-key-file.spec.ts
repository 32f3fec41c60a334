import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeKeyFile } from './make-key-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("makes a key for the owner's eyes, and leaves nothing else", () => {
  makeKeyFile(join(folder, 'vault.key'));
  expect(readFileSync(join(folder, 'vault.key'), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(join(folder, 'vault.key')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['vault.key']);
});
it('leaves a key that is there as it is', () => {
  makeKeyFile(join(folder, 'vault.key'));
  const before = readFileSync(join(folder, 'vault.key'), 'utf8');
  makeKeyFile(join(folder, 'vault.key'));
  expect(readFileSync(join(folder, 'vault.key'), 'utf8')).toBe(before);
  expect(readdirSync(folder)).toEqual(['vault.key']);
});
it('says when its folder is not there', () =>
  expect(() => makeKeyFile(join(folder, 'nowhere', 'vault.key'))).toThrow('ENOENT'));
