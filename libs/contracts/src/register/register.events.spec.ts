import { definitionsIn, keepsItsStoredSamples } from '../testing/stored-samples';
import * as events from './register.events';

/** One text per version, as it lies in the log: the next version adds a line, none is ever edited. */
const stored = {
  HolidayNoticeAdopted: [
    '{"calendarId":"CN","documentNo":"国办发明电〔2026〕9号","off":["2027-01-01","2027-02-05","2027-02-08"],"reason":"原件第二条为七天。","worked":["2027-01-30"],"year":2027}',
  ],
  FunctionalZoneRegistered: [
    '{"name":"苏州工业园区","parent":"320500","reason":"国家级开发区，单独编制清单。","regionCode":"320571"}',
  ],
};

describe('the stored events of the registers', () => keepsItsStoredSamples(definitionsIn(events), stored));
