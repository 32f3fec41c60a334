import { NATION, RegionCode, type Actor, type CalendarCommand, type CalendarEvent } from '@minsheng/contracts';
import { commission } from '../testing/fixtures';
import { specificationOf } from '../testing/specification';
import { calendarDecider } from './calendar.decider';

const keeper: Actor = { id: 'keeper-1', role: 'commission', region: NATION };
const { given } = specificationOf(calendarDecider, { id: 'CN', by: keeper, today: '2026-11-30' });

const of2027 = {
  year: 2027,
  off: ['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-04-05', '2027-06-09', '2027-09-15', '2027-10-01'],
  worked: ['2027-01-30'],
  documentNo: '国办发明电〔2026〕9号',
};
const adopt = (change: Partial<typeof of2027> & { reason?: string } = {}): CalendarCommand => ({
  type: 'AdoptHolidayNotice',
  data: { ...of2027, ...change },
});
const adopted: CalendarEvent = { type: 'HolidayNoticeAdopted', data: { calendarId: 'CN', ...of2027 } };

describe('the notice on the holidays of a year', () => {
  it('is adopted as it was issued', () => given().when(adopt()).then(adopted));
  it('may arrange the end of the year before', () =>
    given()
      .when(adopt({ off: ['2026-12-31', ...of2027.off], worked: ['2026-12-27'] }))
      .thenMatches({ type: 'HolidayNoticeAdopted' }));
  it('adopted a second time, in whatever order, changes nothing', () =>
    given(adopted)
      .when(adopt({ off: [...of2027.off].reverse() }))
      .then());
  it('is adopted once: another needs a reason', () => {
    const longer = { off: [...of2027.off, '2027-02-10'] };
    given(adopted).when(adopt(longer)).thenRefused('HOLIDAY_NOTICE_ALREADY_ADOPTED');
    given(adopted)
      .when(adopt({ ...longer, reason: '原件第二条为七天。' }))
      .thenMatches({ data: { reason: '原件第二条为七天。' } });
  });
  it('of one year leaves those of others', () =>
    given(adopted)
      .when({
        type: 'AdoptHolidayNotice',
        data: {
          year: 2009,
          off: ['2009-01-01', '2009-01-26', '2009-01-27', '2009-05-01', '2009-05-28', '2009-10-01', '2009-10-02'],
          worked: [],
          documentNo: '国办发明电〔2008〕9号',
        },
      })
      .thenMatches({ type: 'HolidayNoticeAdopted' }));

  it.each([
    ['a day of another year', { off: [...of2027.off, '2028-01-03'] }, 'DAY_OF_ANOTHER_YEAR'],
    ['a day of the summer before', { worked: ['2026-08-01'] }, 'DAY_OF_ANOTHER_YEAR'],
    ['a day both off and worked', { off: [...of2027.off, '2027-01-30'] }, 'DAY_BOTH_OFF_AND_WORKED'],
    ['a Wednesday worked in exchange', { worked: ['2027-02-10'] }, 'MAKE_UP_DAY_ON_A_WEEKDAY'],
    ['a statutory day left out', { off: of2027.off.slice(1) }, 'STATUTORY_DAY_NOT_OFF'],
    ['a statutory Saturday worked in exchange', { worked: ['2027-05-01'] }, 'STATUTORY_DAY_NOT_OFF'],
  ])('is refused with %s', (_what, change, code) => given().when(adopt(change)).thenRefused(code));

  it.each([commission, { ...commission, region: RegionCode.parse('510100') }])(
    'is adopted by nobody of less than national scope: %j',
    (by) => given().when(adopt(), { by }).thenRefused('NATIONAL_SCOPE_REQUIRED'),
  );
});
