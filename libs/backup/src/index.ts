export { BackupError, type BackupFault } from './backup-error';
export { exportLedger, type ExportOptions } from './export-ledger';
export { importLedger, type ImportOptions } from './import-ledger';
export type { Progress } from './meter';
