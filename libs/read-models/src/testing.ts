export * from './testing/a-year';
export * from './testing/given-events';
export * from './testing/poison';
