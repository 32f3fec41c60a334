export * from './command-processor';
export * from './envelope';
export { RefusedTogether, type OrderTogether, type ReceiptTogether } from './together';
