import type { CalendarId } from '@minsheng/contracts';
import type { HolidayNotice } from '@minsheng/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface AdoptedNotice extends HolidayNotice {
  readonly adoptedOn: string;
}

/** The calendar of working days: one row, for it is one calendar. */
@Entity({ schema: 'read', name: 'holiday_calendar' })
export class HolidayCalendarRow {
  @PrimaryColumn('text') calendarId!: CalendarId;
  /** In the order of their adoption. */
  @Column('jsonb') notices!: readonly AdoptedNotice[];
  @Column('int') version!: number;
}
