import type { CalendarEvent } from '@minsheng/contracts';
import type { EventContext, Projection } from '../projection';
import { HolidayCalendarRow } from './holiday-calendar.entity';

export const holidayCalendars: Projection<HolidayCalendarRow, CalendarEvent, EventContext> = {
  name: 'holiday_calendar',
  entity: HolidayCalendarRow,
  categories: ['calendar'],
  needs: 'metadata',
  keyOf: ({ data }) => data.calendarId,
  createdBy: [],
  on: {
    HolidayNoticeAdopted: (row, { calendarId, ...notice }, { streamVersion, metadata }) => ({
      calendarId,
      notices: [...(row?.notices ?? []), { ...notice, adoptedOn: metadata.on }],
      version: streamVersion,
    }),
  },
};
