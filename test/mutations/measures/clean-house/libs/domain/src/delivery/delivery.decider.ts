import type { DeliveryEvent } from '@minsheng/contracts';
import { unreachable } from '../decider';

export type Progress = Extract<DeliveryEvent, { type: 'ProgressReported' | 'ProgressCorrected' }>;
export const decide = (command: { type: 'ReportProgress'; achieved: number }) => {
  switch (command.type) {
    case 'ReportProgress': return [{ type: 'ProgressReported', data: { achieved: command.achieved } }];
    default: return unreachable(command.type);
  }
};
