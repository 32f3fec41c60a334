import { foldInto } from '../fold';
import { decoded, decodedAgain } from '../decoded-event';
import {
  closed,
  corrected,
  delivered,
  delivering,
  gardens,
  type GivenEvent,
  health,
  indicator,
  line,
  logOf,
  recomputed,
  returned,
  rowAfter,
  started,
  submitted,
  verified,
  works,
} from '../testing';
import { ledgers } from './ledger.projection';
import { figuresOf } from './matrix';

const ledgerAfter = (...given: readonly GivenEvent[]) => rowAfter(ledgers, started(gardens), ...given);
const figuresAfter = async (...given: readonly GivenEvent[]) => figuresOf((await ledgerAfter(...given)).verified);
const lines = (of: GivenEvent, ...reportLines: object[]): GivenEvent => ({
  ...of,
  data: { ...of.data, lines: reportLines },
});
const inDistricts = (period: string, east: string | undefined, hill: string | undefined): GivenEvent =>
  lines(
    verified(period, '0'),
    ...(east === undefined ? [] : [line(east, { district: '东坡区' })]),
    ...(hill === undefined ? [] : [line(hill, { district: '彭山区' })]),
  );

describe('the figures of a ledger', () => {
  it('are those of the newest month that was verified', async () => {
    expect(await figuresAfter(verified('2019-03', '3'), verified('2019-06', '7'))).toEqual({
      i1: { '': { value: '7' } },
    });
  });
  it('do not change by a mere claim, which stands beside them', async () => {
    const row = await ledgerAfter(verified('2019-03', '3'), submitted('2019-04', '9'));
    expect([figuresOf(row.verified), figuresOf(row.claimed)]).toEqual([
      { i1: { '': { value: '3' } } },
      { i1: { '': { value: '9' } } },
    ]);
  });
  it('are not hidden when an earlier month is corrected late', async () => {
    expect(await figuresAfter(verified('2019-03', '3'), verified('2019-06', '7'), verified('2019-03', '4', 2))).toEqual(
      { i1: { '': { value: '7' } } },
    );
  });
  it('take a corrected newest month', async () => {
    expect(await figuresAfter(verified('2019-03', '3'), verified('2019-06', '7'), verified('2019-06', '5', 2))).toEqual(
      { i1: { '': { value: '5' } } },
    );
  });
  it('are the sum of the districts where no whole is reported, and say so', async () => {
    const row = await ledgerAfter(inDistricts('2019-03', '4', '2.5'));
    expect(figuresOf(row.verified)).toEqual({
      i1: { '': { value: '6.5' }, 东坡区: { value: '4' }, 彭山区: { value: '2.5' } },
    });
    expect(row.verified.summed).toEqual({ i1: [3] });
  });
  it('of later months follow the late correction of a district they carried on', async () => {
    expect(
      await figuresAfter(
        inDistricts('2019-03', '4', '2'),
        inDistricts('2019-04', undefined, '3'),
        inDistricts('2019-03', '1', '2'),
      ),
    ).toMatchObject({ i1: { '': { value: '4' } } });
  });
  it('of a later month lose their sum when the districts it was made of are taken back', async () => {
    const onlyWorks = lines(verified('2019-04', '0'), { indicatorId: 'i1', district: '东坡区', worksPercent: '30' });
    expect(await figuresAfter(inDistricts('2019-03', '4', '2'), onlyWorks)).toMatchObject({
      i1: { '': { value: '6' } },
    });
    expect(await figuresAfter(inDistricts('2019-03', '4', '2'), onlyWorks, verified('2019-03', '5', 2))).toMatchObject({
      i1: { '': { value: '5' } },
    });
  });
  it('keep a month without a report empty: missing is not zero', async () => {
    const { values } = (await ledgerAfter(verified('2019-01', '0'), verified('2019-03', '3'))).verified;
    expect(values).toEqual({ i1: { '': ['0', null, '3', null, null, null, null, null, null, null, null, null] } });
  });
  it('keep days and works progress of each month beside them, until a new version leaves them out', async () => {
    const reportLines = lines(verified('2019-03', '0'), {
      indicatorId: 'i1',
      worksPercent: '40',
      startedOn: '2019-02-01',
    });
    expect((await ledgerAfter(reportLines)).verified.besides).toEqual({
      i1: { '': { '2019-03': { worksPercent: '40', startedOn: '2019-02-01' } } },
    });
    expect((await ledgerAfter(reportLines, verified('2019-03', '3', 2))).verified.besides).toEqual({});
  });
  it('of two departments stand beside each other, whichever was verified first', async () => {
    const both = started(gardens, { indicators: [indicator(), indicator({ id: 'i2', lead: health })] });
    const march = verified('2019-03', '3');
    const clinics = {
      ...march,
      data: { ...march.data, department: health, lines: [line('8', { indicatorId: 'i2' })] },
    };
    const expected = { i1: { '': { value: '3' } }, i2: { '': { value: '8' } } };
    expect(figuresOf((await rowAfter(ledgers, both, march, clinics)).verified)).toEqual(expected);
    expect(figuresOf((await rowAfter(ledgers, both, clinics, march)).verified)).toEqual(expected);
  });
});

describe('the text of a ledger', () => {
  it('is the same to the byte whether its events were checked when read or not: a rebuild skips the check', () => {
    const log = logOf([
      ...delivering,
      lines(verified('2019-07', '0'), {
        worksPercent: '40',
        startedOn: '2019-02-01',
        indicatorId: 'i1',
        enteredOn: '2019-03-01',
      }),
    ]);
    const [checked, again] = [decoded, decodedAgain].map((decode) => {
      const rows = new Map<string, object>();
      foldInto(rows, ledgers, log, decode);
      return JSON.stringify([...rows]);
    });
    expect(again).toBe(checked);
  });
});

describe('where an indicator stands', () => {
  it('is computed when figures, targets or the promise change', async () => {
    const broken: GivenEvent = {
      type: 'TargetsBrokenDown',
      data: {
        projectId: gardens,
        indicators: [
          {
            indicatorId: 'i1',
            buffer: false,
            districts: [
              { district: '东坡区', target: '7' },
              { district: '彭山区', target: '5' },
            ],
          },
        ],
      },
    };
    const after = async (...given: GivenEvent[]) => (await ledgerAfter(...given)).standing[0];
    expect(await after()).toMatchObject({ actual: null, percent: null, met: false, byDistrict: [] });
    expect(await after(broken, inDistricts('2019-03', '7', '2'))).toMatchObject({
      actual: '9',
      percent: '75',
      met: false,
      byDistrict: [
        { district: '东坡区', percent: '100', met: true },
        { district: '彭山区', percent: '40', met: false },
      ],
    });
    expect(
      await after(
        verified('2019-03', '10'),
        delivered('AdjustmentApproved', {
          adjustment: 1,
          changes: [{ kind: 'target', indicatorId: 'i1', target: '10' }],
          body: '市人大',
          heldOn: '2019-08-01',
          documentNo: '8号',
          decidedOn: '2019-08-01',
        }),
      ),
    ).toMatchObject({ target: '10', percent: '100', met: true });
  });
});

describe('the mark of a report', () => {
  const key = `2019-03 ${works}`;
  const mark = async (...given: GivenEvent[]) => (await ledgerAfter(...given)).reports[key];
  it('names version, state and the event that its figures come from', async () => {
    expect(await mark(submitted('2019-03', '3'))).toEqual({
      period: '2019-03',
      department: works,
      version: 1,
      status: 'submitted',
      submittedOn: '2019-03-25',
      claims: ['i1'],
      proves: [],
    });
    expect(await mark(submitted('2019-03', '3'), returned('2019-03'))).toMatchObject({
      status: 'returned',
      returnedFor: '缺照片',
    });
    expect(await mark(submitted('2019-03', '3'), verified('2019-03', '2'))).toMatchObject({
      status: 'verified',
      verified: { version: 1, position: '3', how: 'site visit' },
      proves: ['i1'],
    });
  });
  it('shows the statistics stamp', async () => {
    expect(
      await mark(
        submitted('2019-03', '3'),
        verified('2019-03', '2'),
        delivered('ReportCertified', { period: '2019-03', department: works, version: 1, certificateNo: '3号' }),
      ),
    ).toMatchObject({ status: 'certified', verified: { position: '3', certificateNo: '3号' } });
  });
  it('says "late" of a first report after the closing, "later corrected" of a figure verified after it', async () => {
    expect(await mark(closed({}), corrected('2019-03', '3', 1), verified('2019-03', '3'))).toMatchObject({
      late: true,
    });
    expect(await mark(closed({}), corrected('2019-03', '3', 1), verified('2019-03', '3'))).not.toHaveProperty(
      'laterCorrected',
    );
    const inTime = [submitted('2019-03', '3'), verified('2019-03', '3'), closed({})];
    expect(await mark(...inTime, corrected('2019-03', '4', 2))).not.toHaveProperty('laterCorrected');
    expect(
      await mark(...inTime, corrected('2019-03', '4', 2), verified('2019-03', '4', 2), recomputed('green', {})),
    ).toMatchObject({ laterCorrected: true, verified: { version: 2 } });
  });
});
