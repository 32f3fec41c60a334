import { z } from 'zod';
import { defineCommand } from '../define-command';

export const ReportProgress = defineCommand('ReportProgress', z.object({}));
export const CorrectProgress = defineCommand('CorrectProgress', z.object({}));
