export * from './command-processor';
export type { CommandIn, StateIn } from './decision';
export * from './derived-id';
export * from './envelope';
export {
  BatchRefused as BatchRefused,
  type BatchCommand as BatchCommand,
  type BatchReceipt as BatchReceipt,
} from './multi-stream-command';
