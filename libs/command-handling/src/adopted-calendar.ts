import { WorkingCalendar } from '@minsheng/domain';
import type { StateIn } from './decision';
import type { StreamStates } from './stream-states';

/** Working days by the notices on holidays that the log held when it was last looked at. */
export class AdoptedCalendar {
  private latest?: WorkingCalendar;

  constructor(private readonly streams: StreamStates) {}

  /** Reads the notices before the first decision; after that it is no reading. @throws EventStoreUnavailable */
  async current(): Promise<WorkingCalendar> {
    return this.latest ?? this.read();
  }

  /** Looks for notices adopted since. @throws EventStoreUnavailable */
  async read(): Promise<WorkingCalendar> {
    const { state } = await this.streams.load('calendar', 'CN');
    this.latest = new WorkingCalendar((state as StateIn<'calendar'>).notices);
    return this.latest;
  }
}
