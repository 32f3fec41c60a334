export { CommandProcessor } from './command-processor';
export type { CommandIn, StateIn } from './decision';
export * from './derived-id';
export * from './envelope';
export { BatchRefused, type BatchCommand, type BatchReceipt } from './multi-stream-command';
export { businessDateOf } from './business-date';
export { StreamUnreadable } from './stream-unreadable';
export { unlessRepeated } from './unless-repeated';
