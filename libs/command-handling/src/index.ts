export * from './command-processor';
export * from './derived-id';
export * from './envelope';
export {
  BatchRefused as BatchRefused,
  type BatchCommand as BatchCommand,
  type BatchReceipt as BatchReceipt,
} from './multi-stream-command';
