import { gardens, proposed, started, works } from '@minsheng/read-models/testing';
import { citizen, commission, national, ofWorks } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const of2027 = {
  year: 2027,
  off: ['01-01', '02-05', '02-08', '02-09', '02-10', '04-05', '06-09', '09-15', '10-01'].map((day) => `2027-${day}`),
  worked: ['2027-01-30'],
  documentNo: '国办发明电〔2026〕9号',
};
const adopt = (notice: object = of2027, person = national) => api.post('calendars/CN/notices', notice, person);
const year = async (number: number, query = '') => (await api.get(`calendars/CN/years/${number}${query}`)).body;
const order = { period: '2019-12', department: works, level: 'red', reason: '落后' };
const inWinter = { on: '2027-02-03' };

describe('the notice on the holidays of a year', () => {
  it('is adopted for the whole installation', async () => {
    expect(await adopt()).toMatchObject({ status: 201, body: { id: 'CN', streamVersion: 1 } });
    expect(await api.events()).toMatchObject([
      {
        stream: 'calendar-CN',
        type: 'HolidayNoticeAdopted',
        data: { calendarId: 'CN', ...of2027 },
        metadata: { actor: { role: 'commission', region: '100000' } },
      },
    ]);
    await api.shown();
    expect((await api.get('calendars/CN/notices', citizen)).body.notices).toEqual([
      { ...of2027, adoptedOn: '2019-03-28' },
    ]);
  });
  it('is adopted by nobody of a single region', async () =>
    expect(await adopt(of2027, commission)).toMatchObject({ status: 403, body: { code: 'NATIONAL_SCOPE_REQUIRED' } }));
  it.each([
    [{ ...of2027, off: of2027.off.slice(1) }, 'STATUTORY_DAY_NOT_OFF'],
    [{ ...of2027, worked: ['2027-02-11'] }, 'MAKE_UP_DAY_ON_A_WEEKDAY'],
    [{ ...of2027, worked: ['2028-01-01'] }, 'DAY_OF_ANOTHER_YEAR'],
  ])('is refused where it cannot be right: %#', async (notice, code) =>
    expect(await adopt(notice)).toMatchObject({ status: 409, body: { code } }),
  );
  it('is corrected with a reason, and the earlier one can still be read', async () => {
    await adopt();
    const longer = { ...of2027, off: [...of2027.off, '2027-02-11'] };
    expect((await adopt(longer)).body.code).toBe('HOLIDAY_NOTICE_ALREADY_ADOPTED');
    const before = new Date().toISOString();
    expect((await adopt({ ...longer, reason: '原件为八天。' })).status).toBe(201);
    await api.shown();
    expect((await year(2027)).off).toContain('2027-02-11');
    expect((await year(2027, `?asOf=${before}`)).off).not.toContain('2027-02-11');
  });
});

describe('a year of the calendar', () => {
  it('is as this release knows it', async () =>
    expect(await year(2026)).toMatchObject({ provisional: false, worked: expect.arrayContaining(['2026-02-14']) }));
  it('is provisional without its notice, with the statutory days and those that make up for them', async () =>
    expect(await year(2027)).toEqual({
      calendarId: 'CN',
      year: 2027,
      provisional: true,
      off: ['01-01', '02-05', '02-08', '02-09', '02-10', '04-05', '05-03', '05-04', '06-09', '09-15']
        .concat('10-01', '10-04', '10-05')
        .map((day) => `2027-${day}`),
      worked: [],
    }));
  it('goes by its notice once that is adopted', async () => {
    await adopt();
    await api.shown();
    expect(await year(2027)).toMatchObject({ provisional: false, off: of2027.off, worked: of2027.worked });
  });
  it.each(['calendars/CN/years/1999', 'calendars/CN/years/next', 'calendars/HK/years/2027'])(
    '%s is none',
    async (path) => expect((await api.get(path)).status).toBe(400),
  );
});

describe('a due day', () => {
  const dueDays = async () =>
    (await api.events())
      .filter(({ type }) => type === 'OrderIssued')
      .map(({ data: { dueOn, dueOnProvisional } }) => [dueOn, dueOnProvisional]);

  it('in a year without a notice says that it is provisional, wherever it is shown', async () => {
    await api.given(proposed(gardens), started(gardens));
    await api.post(`projects/${gardens}/orders`, order, commission, inWinter);
    expect(await dueDays()).toEqual([['2027-02-16', true]]);
    await api.shown();
    const { body } = await api.get(`projects/${gardens}`, commission);
    expect(body.orders).toMatchObject([{ dueOn: '2027-02-16', dueOnProvisional: true }]);
    expect(body.timeline.at(-1).sentence).toContain('2027-02-16（暂定） 前答复');
    expect((await api.get('lists/511400-2019/orders', commission)).body.orders).toMatchObject([
      { dueOn: '2027-02-16', dueOnProvisional: true },
    ]);
  });
  it('goes by a notice from then on; what was issued keeps its day', async () => {
    await api.given(proposed(gardens), started(gardens));
    await api.post(`projects/${gardens}/orders`, order, commission, inWinter);
    await adopt({ ...of2027, off: [...of2027.off, '2027-02-11'] });
    await api.post(`projects/${gardens}/order-answers`, { order: 1, answer: '已增派人手。' }, ofWorks, inWinter);
    await api.post(`projects/${gardens}/order-closings`, { order: 1 }, commission, inWinter);
    await api.post(`projects/${gardens}/orders`, order, commission, inWinter);
    expect(await dueDays()).toEqual([
      ['2027-02-16', true],
      ['2027-02-17', undefined],
    ]);
    await api.shown();
    expect((await api.get(`projects/${gardens}`, commission)).body.orders).toMatchObject([
      { dueOn: '2027-02-16', dueOnProvisional: true },
      { dueOn: '2027-02-17' },
    ]);
  });
});
