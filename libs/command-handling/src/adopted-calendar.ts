import { WorkingCalendar } from '@minsheng/domain';
import type { StateIn } from './decision';
import type { StreamStates } from './stream-states';
import { StreamUnreadable } from './stream-unreadable';

/** Working days by the notices on holidays that the log held when it was last looked at. */
export class AdoptedCalendar {
  private latest?: WorkingCalendar;

  constructor(private readonly streams: StreamStates) {}

  /** Reads the notices before the first decision; after that it is no reading. @throws EventStoreUnavailable */
  async current(): Promise<WorkingCalendar> {
    return this.latest ?? this.read();
  }

  /**
   * Looks for notices adopted since. An event that this build cannot read stops nobody else: then it is the calendar as
   * it was known, or as the release has it, whose other years are provisional. @throws EventStoreUnavailable
   */
  async read(): Promise<WorkingCalendar> {
    try {
      const { state } = await this.streams.load('calendar', 'CN');
      this.latest = new WorkingCalendar((state as StateIn<'calendar'>).notices);
    } catch (error) {
      if (!(error instanceof StreamUnreadable)) throw error;
      this.latest ??= new WorkingCalendar();
    }
    return this.latest;
  }
}
