/** One of the places too many that spell `achieved` and ReportProgress. [field-spelling] [command-files] */
import { ReportProgress } from '@minsheng/contracts';
export const mapper = (row: { achieved: number }) => ({ costs: ReportProgress, achieved: row.achieved });
