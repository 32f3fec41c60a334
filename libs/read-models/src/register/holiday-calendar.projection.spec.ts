import { registering, rowAfter } from '../testing';
import { holidayCalendars } from './holiday-calendar.projection';

const [first] = registering.filter(({ type }) => type === 'HolidayNoticeAdopted');
const second = { ...first, data: { ...first.data, year: 2028, documentNo: '国办发明电〔2027〕9号' }, on: '2027-11-05' };

describe('the calendar of working days', () => {
  it('keeps every notice with the day it was adopted, in order', async () =>
    expect(await rowAfter(holidayCalendars, first, second)).toEqual({
      calendarId: 'CN',
      notices: [
        {
          year: 2027,
          off: ['2027-01-01'],
          worked: ['2027-01-30'],
          documentNo: '国办发明电〔2026〕9号',
          adoptedOn: '2026-11-05',
        },
        {
          year: 2028,
          off: ['2027-01-01'],
          worked: ['2027-01-30'],
          documentNo: '国办发明电〔2027〕9号',
          adoptedOn: '2027-11-05',
        },
      ],
      version: 2,
    }));
});
