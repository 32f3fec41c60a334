/** One of the places too many that spell `achieved` and two commands. */
// [field-spelling] [command-files] [command-files-with-event]
import { CorrectProgress, ReportProgress } from '@minsheng/contracts';
export const controller = (row: { achieved: number }) => ({
  costs: [CorrectProgress, ReportProgress],
  achieved: row.achieved,
});
