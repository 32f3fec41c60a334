export * from './command-processor';
export * from './envelope';
