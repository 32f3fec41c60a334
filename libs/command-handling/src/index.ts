export * from './command-processor';
export * from './derived-id';
export * from './envelope';
export { RefusedTogether, type OrderTogether, type ReceiptTogether } from './together';
