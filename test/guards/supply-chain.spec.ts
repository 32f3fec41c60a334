import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runScript } from './run-script';

describe('the guard of licences', () => {
  it('names every package whose licence is not on the list: another, none, one of two, a nested one', () => {
    const { exitCode, output } = runScript('scripts/licences.mjs', 'test/mutations/licences/not-ok.licences.json');
    expect(output.split('\n').filter((line) => line.endsWith('[licences]'))).toEqual([
      'shared-alike: AGPL-3.0-only [licences]',
      'both: MIT AND GPL-2.0 [licences]',
      'silent: no licence [licences]',
      'data-of-a-tool: CC-BY-4.0 [licences]',
      '@scope/nested: SSPL-1.0 [licences]',
      '@event-driven-io/emmett: no licence [licences]',
    ]);
    expect(exitCode).toBe(1);
  });
  it('has nothing to say about our own lock file', () =>
    expect(runScript('scripts/licences.mjs')).toEqual({
      exitCode: 0,
      output: 'Every package has a licence of the list.\n',
    }));
});

describe('the guard of secrets', () => {
  it('names every file that holds a key, a token or a password', () => {
    const { exitCode, output } = runScript('scripts/secrets.mjs', 'test/mutations/secrets');
    expect(output.trim().split('\n').sort()).toEqual(
      [
        ['jwk', 'a private JSON Web Key'],
        ['pem', 'a private key'],
        ['token', 'a signed token'],
        ['url', 'a password in an address'],
      ].map(([name, what]) => `test/mutations/secrets/not-ok.secrets.${name}.txt: ${what} [secrets]`),
    );
    expect(exitCode).toBe(1);
  });
  it('finds none in the repository', () =>
    expect(runScript('scripts/secrets.mjs')).toEqual({ exitCode: 0, output: 'No file holds a secret.\n' }));
});

describe('the images', () => {
  it('hold what was built and what npm needs to install it: no sources, no tests, no history', () => {
    const dockerfile = readFileSync(join(root, 'docker/Dockerfile'), 'utf8');
    const copied = dockerfile
      .slice(dockerfile.indexOf(' AS runtime'))
      .split('\n')
      .filter((line) => line.startsWith('COPY '));
    expect(copied.length).toBeGreaterThan(15);
    const built = /^COPY --from=build \S+\/dist \S+\/dist$/;
    const manifest = /^COPY package\.json package-lock\.json \.\/$|^COPY (\S+\/package\.json) \.\/\1$/;
    expect(copied.filter((line) => !built.test(line) && !manifest.test(line))).toEqual([]);
  });
});

describe('the bill of materials', () => {
  interface Component {
    readonly name: string;
    readonly purl: string;
    readonly hashes?: readonly { readonly alg: string }[];
  }
  let folder: string;
  let bill: { bomFormat: string; metadata: { component: { name: string } }; components: readonly Component[] };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-sbom-'));
    expect(runScript('scripts/sbom.mjs', join(folder, 'sbom.json'))).toMatchObject({ exitCode: 0 });
    bill = JSON.parse(readFileSync(join(folder, 'sbom.json'), 'utf8'));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const names = () => bill.components.map(({ name }) => name);

  it('is CycloneDX and bears the name of the product', () =>
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'minsheng-ledger' } } }));
  it('lists what is deployed, what tools need as well included, and no tool', () => {
    expect(names()).toEqual(expect.arrayContaining(['api', 'vault', 'fastify', 'jose', 'pg', 'typeorm', 'zod']));
    for (const tool of ['bench', 'test', 'jest', 'eslint', 'nx', 'oidc-provider']) expect(names()).not.toContain(tool);
  });
  it('names each of them as often as the lock file has versions of it', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string; dev?: boolean; link?: boolean }>;
    };
    const locked = Object.entries(packages)
      .filter(([place, { dev, link }]) => place.includes('node_modules/') && !dev && !link)
      .map(([place, { version }]) => `${place.split('node_modules/').at(-1)}@${version}`);
    const listed = bill.components.map(({ purl }) => decodeURIComponent(purl.slice('pkg:npm/'.length)));
    expect(locked.length).toBeGreaterThan(150);
    expect([...new Set(locked)].filter((name) => !listed.includes(name))).toEqual([]);
  });
  it('has a hash for every package that comes from a registry', () => {
    const ours = /^pkg:npm\/(%40|@)minsheng\//;
    const without = bill.components.filter(({ purl, hashes = [] }) => !ours.test(purl) && hashes.length === 0);
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});
