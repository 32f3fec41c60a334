import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './run-script';

/** What the product may compute with; docs/security.md says what for. */
const ALLOWED = new Set([
  'createHash sha256',
  'createHmac sha256',
  'hkdfSync sha256',
  'createCipheriv aes-256-gcm',
  'createDecipheriv aes-256-gcm',
]);
/** Names of commands that follow from others are UUIDs of version 5, which RFC 9562 makes with SHA-1: no secret. */
const EXCEPTIONS = new Set(['libs/command-handling/src/derived-id.ts: createHash sha1']);
/** Chance that nobody must guess comes from node:crypto; where a wait is spread, any chance will do. */
const MAY_GUESS = new Set(['libs/event-store-kurrentdb/src/append/appender.ts: Math.random']);

const NAMES =
  'createHash|createHmac|hkdfSync|pbkdf2Sync|scryptSync|createCipheriv|createDecipheriv|createSign|createVerify';
/** A call, and its algorithm where that is named in place. */
const CALL = new RegExp(`\\b(${NAMES})\\(\\s*(?:'([^']*)'|([^,)\\s]*))`, 'g');

/** Each use of an algorithm that is not allowed, or of one that is not named in place, and of chance to be guessed. */
const doubtful = (path: string, text: string): string[] => [
  ...[...text.matchAll(CALL)]
    .map(([, name, algorithm, expression]) => `${name} ${algorithm ?? expression}`)
    .filter((use) => !ALLOWED.has(use))
    .map((use) => `${path}: ${use}`)
    .filter((use) => !EXCEPTIONS.has(use)),
  ...(text.includes('Math.random') ? [`${path}: Math.random`] : []).filter((use) => !MAY_GUESS.has(use)),
];

const productFiles = (): string[] =>
  ['apps', 'libs'].flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((path) => !/node_modules|\/dist\/|\.spec\.ts$|\.contract\.ts$|\/testing[./]/.test(path)),
  );

describe('the cryptography of the product', () => {
  it('is SHA-256, HMAC and HKDF with it, and AES-256-GCM; nothing secret is left to Math.random', () => {
    const files = productFiles();
    expect(files.length).toBeGreaterThan(200);
    expect(files.flatMap((path) => doubtful(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });
  it.each([
    ["createHash('md5')", 'createHash md5'],
    ["createHmac('sha1', key)", 'createHmac sha1'],
    ["createCipheriv('aes-256-cbc', key, iv)", 'createCipheriv aes-256-cbc'],
    ['createHash(algorithm)', 'createHash algorithm'],
    ['const code = Math.random();', 'Math.random'],
  ])('would be refused with %s', (text, use) => expect(doubtful('x.ts', text)).toEqual([`x.ts: ${use}`]));
});
