export default {
  projects: [
    { displayName: 'unit', testMatch: ['<rootDir>/libs/*/src/**/*.spec.ts'], transform: { '^.+\\.ts$': ['@swc/jest'] } },
  ],
};
