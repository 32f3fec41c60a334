import type { GivenEvent } from './given-events';

/** What holds for every list. */
export const registering: readonly GivenEvent[] = [
  {
    type: 'FunctionalZoneRegistered',
    data: { regionCode: '510171', name: '成都高新区', parent: '510100', reason: '国家级开发区，单独编制清单' },
    on: '2018-08-01',
  },
  {
    type: 'HolidayNoticeAdopted',
    data: {
      calendarId: 'CN',
      year: 2027,
      off: ['2027-01-01'],
      worked: ['2027-01-30'],
      documentNo: '国办发明电〔2026〕9号',
    },
    on: '2026-11-05',
  },
];
