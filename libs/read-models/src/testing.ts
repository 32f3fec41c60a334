export * from './testing/a-year';
export * from './testing/recorded-log';
