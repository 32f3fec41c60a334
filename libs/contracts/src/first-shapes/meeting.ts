import { z } from 'zod';
import { MeetingId } from '../ids';
import { Title } from '../values';

/** Before adjournments said what became of open items. */
export const MeetingAdjourned = z.strictObject({ minutesNo: Title }).extend({ meetingId: MeetingId });
