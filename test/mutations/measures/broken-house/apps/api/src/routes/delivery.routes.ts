export { ReportProgress } from '@minsheng/contracts';
// The sixth file that names the command. [command-files]
