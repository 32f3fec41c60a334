import type { Table } from '../delivery.tables';
import type { Report } from '../reports/report';
export type Light = readonly [Table, Report];
