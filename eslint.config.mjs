import tseslint from 'typescript-eslint';
import { boundaries, contractFolders, features, forbiddenImports } from './scripts/boundaries.mjs';
import { retiredIdentifiers } from './scripts/retired-identifiers.mjs';

/** Every restriction of ours has its guard's name in brackets; test/mutations/lint holds a violation of each. */
const guard = (name, message) => `${message} [${name}]`;
const asRestriction = ({ guard: name, message, selector }) => ({ selector, message: guard(name, message) });

const asImport = ({ guard: name, regex, message }) => ({ regex, message: guard(name, message), caseSensitive: true });
/** The same boundary for what no-restricted-imports does not see: import(), require() and import types. */
const asSyntax = ({ guard: name, regex, message }) => {
  const pattern = `/${regex.replaceAll('/', '\\u002F')}/`;
  const selector = [
    `ImportExpression[source.value=${pattern}]`,
    `CallExpression[callee.name='require'][arguments.0.value=${pattern}]`,
    `TSImportType[argument.literal.value=${pattern}]`,
  ].join(', ');
  return { selector, message: guard(name, message) };
};

const always = [
  {
    guard: 'constructor-five',
    selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>5]",
    message: 'a constructor takes at most five parameters',
  },
];
const closedSwitch = [
  {
    guard: 'closed-switch',
    selector: ['argument', 'expression'].reduce(
      (selector, part) => `${selector}:not([consequent.length=1][consequent.0.${part}.callee.name='unreachable'])`,
      'SwitchCase[test=null]',
    ),
    message: 'default: is `return unreachable(…)`, so that a new case does not compile until it is handled',
  },
];
const pure = [
  {
    guard: 'pure-clock',
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date'], " +
      "MemberExpression[object.name='Date'][property.name='now']",
    message: 'time comes in from outside',
  },
  {
    guard: 'pure-random',
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'chance and ids come in from outside',
  },
];
const localeFree = [
  {
    guard: 'pure-locale',
    selector: 'MemberExpression[property.name=/^(?:toLocale\\w*|localeCompare)$/], Identifier[name=Intl]',
    message: "no result hangs on a machine's language",
  },
];
const platformFree = [
  ...['process', 'Buffer', 'require', '__dirname', '__filename'].map((name) => ({
    name,
    message: guard('pure-platform', 'runs on no platform'),
  })),
  ...['console'].map((name) => ({ name, message: guard('pure-console', 'says nothing: it returns') })),
  ...['crypto', 'performance'].map((name) => ({
    name,
    message: guard('pure-random', 'chance and ids come in from outside'),
  })),
  ...['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'].map((name) => ({
    name,
    message: guard('pure-waiting', 'never waits and calls nobody'),
  })),
];
const featureRow = {
  guard: 'feature-row',
  selector: 'Program',
  message: 'this folder of the contracts has no row in scripts/boundaries.mjs: is it a feature?',
};
const everyTestRuns = [
  {
    guard: 'every-test-runs',
    selector: [
      'MemberExpression[property.name=/^(?:only|skip|todo|failing)$/]:has(Identifier[name=/^(?:describe|it|test)$/])',
      'CallExpression[callee.name=/^(?:xit|xtest|xdescribe|fit|fdescribe|pending)$/]',
    ].join(', '),
    message: 'every test runs, always',
  },
];

/** Restrictions on the code of a project besides imports. */
const habits = (project, { spec, projection }) => {
  if (spec) return [...always, ...everyTestRuns];
  const timeless =
    ['libs/contracts', 'libs/domain'].includes(project) || (project === 'libs/read-models' && projection);
  return [
    ...always,
    ...(['libs/contracts', 'libs/domain', 'libs/read-models'].includes(project) ? closedSwitch : []),
    ...(timeless ? [...pure, ...localeFree] : []),
  ];
};

const CODE = '*.{ts,mts,cts,js,mjs,cjs}';
const SPECS = [
  '**/*.spec.ts',
  '**/*.e2e-spec.ts',
  '**/*.contract.ts',
  '**/*.fixtures.ts',
  '**/testing.ts',
  '**/testing/**',
];
const POLICIES = ['**/*.policy.ts', '**/*.policy.spec.ts'];
const PROJECTIONS = ['**/*.projection.ts'];
const DEPTHS = [0, 1, 2, 3, 4, 5, 6];

/** One block of rules for the files of a project in one place; the last block that matches a file wins. */
const block = (place, files, ignores = []) => {
  const forbidden = forbiddenImports(place);
  const kinds = ['spec', 'policy', 'projection'].filter((kind) => place[kind]);
  const parts = [place.project, place.feature, place.depth, ...kinds];
  return {
    name: `house/${parts.filter((part) => part !== undefined).join('/')}`,
    files,
    ignores,
    rules: {
      'no-restricted-imports': ['error', { patterns: forbidden.map(asImport) }],
      'no-restricted-syntax': ['error', ...forbidden.map(asSyntax), ...habits(place.project, place).map(asRestriction)],
    },
  };
};
const placesOf = (project) =>
  DEPTHS.flatMap((depth) => {
    const folders = (count) => '*/'.repeat(count);
    const everywhere = { project, depth, folder: `${project}/${folders(depth)}` };
    const rooms =
      depth < 2 || !boundaries[project].rooms
        ? []
        : features.map((feature) => ({
            project,
            depth,
            feature,
            folder: `${project}/src/${feature}/${folders(depth - 2)}`,
          }));
    return [everywhere, ...rooms].flatMap(({ folder, ...place }) => {
      const kinds = [block(place, [folder + CODE])];
      if (project === 'libs/read-models')
        kinds.push(block({ ...place, projection: true }, [[folder + CODE, PROJECTIONS[0]]]));
      if (project === 'libs/domain' && place.feature)
        kinds.push(...POLICIES.map((policy) => block({ ...place, policy: true }, [[folder + CODE, policy]])));
      kinds.push(
        block(
          { ...place, spec: true },
          SPECS.map((spec) => [folder + CODE, spec]),
          place.feature && project === 'libs/domain' ? ['**/*.policy.spec.ts'] : [],
        ),
      );
      if (project === 'libs/domain' && place.feature)
        kinds.push(block({ ...place, spec: true, policy: true }, [[folder + CODE, '**/*.policy.spec.ts']]));
      return kinds;
    });
  });

/** The core rules that find mistakes, not matters of taste. */
const mistakes = Object.fromEntries(
  `constructor-super for-direction getter-return no-async-promise-executor no-case-declarations no-class-assign
  no-compare-neg-zero no-cond-assign no-const-assign no-constant-binary-expression no-constant-condition
  no-debugger no-delete-var no-dupe-args no-dupe-class-members no-dupe-else-if no-dupe-keys no-duplicate-case
  no-empty no-empty-pattern no-ex-assign no-fallthrough no-func-assign no-import-assign no-invalid-regexp
  no-irregular-whitespace no-loss-of-precision no-misleading-character-class no-prototype-builtins no-redeclare
  no-self-assign no-setter-return no-shadow-restricted-names no-sparse-arrays no-template-curly-in-string
  no-this-before-super no-unreachable no-unsafe-finally no-unsafe-negation no-unsafe-optional-chaining
  no-unused-labels no-useless-backreference no-useless-catch no-useless-escape require-yield use-isnan
  valid-typeof`
    .trim()
    .split(/\s+/)
    .map((rule) => [rule, 'error']),
);
const unused = [
  'error',
  { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', ignoreRestSiblings: true },
];
const nodeGlobals = Object.fromEntries(
  `process console Buffer URL URLSearchParams fetch setTimeout clearTimeout setInterval clearInterval setImmediate
  queueMicrotask performance crypto AbortController AbortSignal TextDecoder TextEncoder structuredClone`
    .split(/\s+/)
    .map((name) => [name, 'readonly']),
);

export default [
  { ignores: ['**/node_modules/', '**/dist/', '.nx/', '.data/', 'coverage/', 'test/mutations/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.mjs'],
    languageOptions: { ecmaVersion: 2023, sourceType: 'module', globals: nodeGlobals },
    rules: { ...mistakes, 'no-undef': 'error', 'no-unused-vars': unused },
  },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts'] })),
  // TypeScript itself reports redeclarations and duplicate members, and overloads are neither.
  {
    files: ['**/*.ts'],
    rules: {
      ...mistakes,
      'no-redeclare': 'off',
      'no-dupe-class-members': 'off',
      '@typescript-eslint/no-unused-vars': unused,
    },
  },
  { name: 'house/any', files: ['**/*.ts'], rules: { '@typescript-eslint/no-explicit-any': 'error' } },
  {
    // text never becomes code, and a value is compared with its type
    name: 'house/injection',
    files: [`**/${CODE}`],
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    name: 'house/length',
    files: ['**/*.ts', '**/*.mjs'],
    ignores: SPECS,
    rules: { 'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }] },
  },
  {
    name: 'house/names',
    files: [`**/${CODE}`],
    plugins: { workspace: { rules: { 'retired-identifiers': retiredIdentifiers } } },
    rules: { 'workspace/retired-identifiers': 'error' },
  },
  {
    name: 'house/platform',
    files: ['libs/contracts/src/**/*.ts', 'libs/domain/src/**/*.ts'],
    ignores: SPECS,
    rules: { 'no-restricted-globals': ['error', ...platformFree] },
  },
  ...Object.keys(boundaries).flatMap(placesOf),
  {
    name: 'house/feature-row',
    files: [`libs/contracts/src/*/**/${CODE}`],
    ignores: Object.keys(contractFolders).map((folder) => `libs/contracts/src/${folder}/**`),
    rules: { 'no-restricted-syntax': ['error', asRestriction(featureRow)] },
  },
];
