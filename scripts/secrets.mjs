/**
 * No file of the repository holds a secret: node scripts/secrets.mjs [folder]
 * Keys and passwords are files of a deployment, or made at first start.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { walk } from './measures/sources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What a secret looks like, whoever it belongs to. */
const LOOKS = {
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  'a private JSON Web Key': /"d"\s*:\s*"[\w-]{40,}"/,
  'a signed token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/,
  'a password in an address': /\b(?:postgres(?:ql)?|kurrentdb|https?):\/\/[^\s:@/'"`$%{<]+:[^\s:@/'"`$%{<]{12,}@/,
};

/** What is committed; an archive of the repository, without git, holds nothing else. */
const committed = () =>
  existsSync(join(root, '.git'))
    ? execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
        .split('\0')
        .map((path) => join(root, path))
        .filter((path) => existsSync(path) && !path.endsWith('/'))
    : walk(root);
const filesOf = (folder) =>
  folder ? walk(folder) : committed().filter((path) => !path.startsWith(join(root, 'test/mutations/secrets')));

/** Each file that holds what looks like a secret, as a sentence. */
export const secretsIn = (folder) =>
  filesOf(folder).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return Object.entries(LOOKS).flatMap(([what, look]) => (look.test(text) ? [`${file}: ${what} [secrets]`] : []));
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const secrets = secretsIn(process.argv[2]);
  console.log(secrets.length === 0 ? 'No file holds a secret.' : secrets.join('\n'));
  process.exitCode = secrets.length === 0 ? 0 : 1;
}
