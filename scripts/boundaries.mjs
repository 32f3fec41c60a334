/**
 * Who may import what: the one table of the house. eslint.config.mjs turns it into rules,
 * test/mutations/lint holds one mutation for every line of it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));

/** What each folder of libs/contracts/src is: a feature, or shared by all of them. */
export const contractFolders = {
  suggestion: 'feature',
  selection: 'feature',
  delivery: 'feature',
  evaluation: 'feature',
  meeting: 'feature',
  sites: 'feature',
  register: 'feature',
  'first-shapes': 'shared', // the first shapes of stored events, frozen
  testing: 'shared',
};

/**
 * The features, read from the folders of the contracts. They have the same names in every project with `rooms: true`.
 * A folder without a row counts as one, so that it is closed to the others before anybody has written its row.
 * @param {string} root the repository, or a tree like it
 * @returns {string[]}
 */
export function featuresIn(root) {
  const contracts = join(root, 'libs/contracts/src');
  return existsSync(contracts)
    ? readdirSync(contracts, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && contractFolders[entry.name] !== 'shared')
        .map(({ name }) => name)
    : [];
}
export const features = featuresIn(repository);

/** Packages with one home: nobody else imports them, declared or not. */
export const onlyHome = { typeorm: 'libs/read-models' };

/**
 * house:    projects of the workspace it may import (`@minsheng/…`)
 * packages: npm packages it may import; 'declared' means what its package.json declares
 * specs:    npm packages that its specs may import besides
 * node:     may it use Node's own modules
 * rooms:    does it have the folders of the features, each closed to the others
 */
export const boundaries = {
  'libs/contracts': { house: [], packages: ['zod'], node: false, rooms: true },
  // A spec compares the table of lunar festivals with the library that made it.
  'libs/domain': { house: ['contracts'], packages: [], specs: ['tyme4ts'], node: false, rooms: true },
  'libs/event-store': { house: [], packages: ['pg'], node: true },
  // Its specs speak to a KurrentDB server in their own process, made of the client's protocol.
  'libs/event-store-kurrentdb': {
    house: ['event-store'],
    packages: ['@kurrent/kurrentdb-client'],
    specs: ['@grpc/grpc-js', 'google-protobuf'],
    node: true,
  },
  'libs/read-models': {
    house: ['contracts', 'domain', 'event-store'],
    packages: ['pg', 'pg-copy-streams', 'typeorm'],
    node: true,
    rooms: true,
  },
  'libs/command-handling': { house: ['contracts', 'domain', 'event-store'], packages: [], node: true },
  'libs/vault': { house: ['contracts', 'event-store'], packages: ['pg'], node: true },
  'libs/backup': { house: [], packages: ['pg', 'pg-copy-streams'], node: true },
  'libs/local-system': { house: [], packages: 'declared', node: true },
  'apps/api': {
    house: ['contracts', 'domain', 'event-store', 'event-store-kurrentdb', 'read-models', 'command-handling', 'vault'],
    packages: 'declared',
    // Specs take tokens from a real OpenID provider in their own process.
    specs: ['oidc-provider'],
    node: true,
    rooms: true,
  },
  // No way to the vault: what computes and relays never needs to know who somebody is.
  'apps/projector': {
    house: ['contracts', 'domain', 'event-store', 'event-store-kurrentdb', 'read-models', 'command-handling'],
    packages: 'declared',
    node: true,
    rooms: true,
  },
  // A client over HTTP, as any other: of the product it knows the API, and the places of GB/T 2260 by their names.
  'apps/rehearsal': { house: ['contracts', 'domain', 'local-system'], packages: 'declared', node: true },
  // Nest, Fastify and pg stand for what others do with them; peers are measured, nothing is built on them.
  bench: {
    house: ['command-handling', 'contracts', 'event-store', 'local-system'],
    packages: [
      '@castore/event-storage-adapter-postgres',
      '@event-driven-io/emmett-postgresql',
      '@nestjs/common',
      '@nestjs/core',
      '@nestjs/cqrs',
      '@nestjs/platform-fastify',
      'autocannon',
      'fastify',
      'pg',
      'pg-copy-streams',
      'reflect-metadata',
    ],
    node: true,
  },
  test: {
    house: ['command-handling', 'contracts', 'domain', 'event-store', 'local-system', 'read-models', 'rehearsal'],
    packages: ['fast-check', 'pg', 'zod'],
    node: true,
  },
};

/** Additionally allowed in specs and in what only specs import. */
export const inSpecs = { packages: ['@jest/globals', '@nestjs/testing', 'fast-check'], node: true };

export const declaredPackages = (project) => {
  const { dependencies = {} } = JSON.parse(
    readFileSync(new URL(`../${project}/package.json`, import.meta.url), 'utf8'),
  );
  return Object.keys(dependencies).filter((name) => !name.startsWith('@minsheng/'));
};

const packagesOf = (project) => {
  const { packages } = boundaries[project];
  const allowed = packages === 'declared' ? declaredPackages(project) : packages;
  return allowed.filter((name) => !(name in onlyHome) || onlyHome[name] === project);
};

const anyOf = (names) =>
  names.length === 0 ? '(?!)' : `(?:${names.map((name) => name.replace(/[.+]/g, '\\$&')).join('|')})`;
const list = (names) => (names.length === 0 ? 'nothing' : names.join(', '));
const nameOf = (project) => project.replace(/^(libs|apps)\//, '');

/**
 * The import paths a file must not use, each as { guard, regex, message }.
 * @param depth how many folders the file lies below its project
 * @param feature the room it lies in, if any
 */
export function forbiddenImports({ project, depth, feature, spec, policy }) {
  const row = boundaries[project];
  const name = nameOf(project);
  const house = row.house;
  const packages = spec ? [...packagesOf(project), ...inSpecs.packages, ...(row.specs ?? [])] : packagesOf(project);
  const forbidden = [
    {
      guard: `${name}-house`,
      regex: `^@minsheng/(?!${anyOf(house)}(?:/testing)?$)`,
      message: `${name} may import of the house: ${list(house)}`,
    },
    {
      guard: `${name}-packages`,
      regex: `^(?!@minsheng/|\\.|/|node:)(?!${anyOf(packages)}(?:/|$))`,
      message: `${name} may import of npm: ${list(packages)} (Node's own modules with node: in front)`,
    },
    {
      guard: `${name}-relative`,
      regex: `^/|^(?:\\./)*(?:\\.\\./){${depth + 1}}|^(?:\\./)*(?:\\.\\./){${depth}}\\.\\.$|[^./]/\\.\\.(?:/|$)`,
      message: `no path leaves ${name}: another project is imported by its name`,
    },
  ];
  if (!row.node && !spec)
    forbidden.push({
      guard: `${name}-node`,
      regex: '^node:',
      message: `${name} runs on no platform: it may not import Node's modules`,
    });
  if (!spec && project !== 'test')
    forbidden.push({
      guard: 'product-testing',
      regex: '(?:^|/)testing(?:/|$)|\\.(?:spec|contract|fixtures)$',
      message: 'what only specs use stays out of the product',
    });
  if (feature && !policy) {
    const others = anyOf(features.filter((other) => other !== feature));
    const index = '^(?:\\./)?\\.\\.(?:/\\.\\.)*/?(?:index)?$';
    forbidden.push({
      guard: `${name}-features`,
      regex: `^(?:\\./)?(?:\\.\\./)+${others}(?:/|$)|${index}`,
      message: `${feature} may not import another feature of ${name}; what features share lies beside them`,
    });
  }
  return forbidden;
}
