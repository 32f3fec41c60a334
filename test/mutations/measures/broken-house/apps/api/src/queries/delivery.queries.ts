/** One of the places too many that spell `achieved` and ReportProgress. [field-spelling] [command-files] */
import { ReportProgress } from '@minsheng/contracts';
export const queries = (row: { achieved: number }) => ({ costs: ReportProgress, achieved: row.achieved });
