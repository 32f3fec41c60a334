/** One Jest run for the whole workspace: the suites share one transform cache and one PostgreSQL server. */
const shared = {
  testEnvironment: 'node',
  rootDir: import.meta.dirname ?? new URL('.', import.meta.url).pathname,
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest'] },
  // these are ES modules only
  transformIgnorePatterns: ['/node_modules/(?!(?:.*/node_modules/)?(?:jose|content-disposition|oidc-provider)/)'],
  // packages of the same names
  modulePathIgnorePatterns: ['<rootDir>/(apps|libs)/[^/]+/dist/', '<rootDir>/test/mutations/'],
  globalSetup: '<rootDir>/libs/local-system/src/testing/jest-global-setup.ts',
  globalTeardown: '<rootDir>/libs/local-system/src/testing/jest-global-teardown.ts',
  moduleNameMapper: {
    '^@minsheng/rehearsal$': '<rootDir>/apps/rehearsal/src/index.ts',
    '^@minsheng/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@minsheng/([^/]+)/testing$': '<rootDir>/libs/$1/src/testing.ts',
  },
};
export default {
  testTimeout: 20_000, // a busy machine of two cores is slow, not broken
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/libs/*/src/**/*.spec.ts',
        '<rootDir>/apps/*/src/**/*.spec.ts',
        '<rootDir>/bench/src/**/*.spec.ts',
        '<rootDir>/test/**/*.spec.ts',
      ],
    },
    { ...shared, displayName: 'system', testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'] },
  ],
};
