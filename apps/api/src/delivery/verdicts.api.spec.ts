import { gardens, indicator, line, rules, started, submitted, verified, works } from '@minsheng/read-models/testing';
import { commission, ofWorks } from '../testing/issued-tokens';
import { closingOf } from '../testing/month-closing';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const to = (act: string) => `projects/${gardens}/${act}`;
const evidence = [{ kind: 'photo', caption: '现场' }];
const claim = { statement: '全部建成', evidence };
const inspection = {
  inspector: '市建设工程质量监督站',
  items: [{ item: '数量', passed: true, note: '' }],
  evidence,
};
const december = { period: '2019-12', department: works };
const inDecember = { on: '2019-12-31' };

describe('a verdict', () => {
  it('1999 of 2000 in December is not 100 percent, and not green', async () => {
    await api.given(
      started(gardens, { indicators: [indicator({ target: '2000' })] }),
      submitted('2019-12', '1999'),
      verified('2019-12', '1999'),
    );
    await api.post(to('month-closings'), closingOf('2019-12'), commission, inDecember);
    const [closed] = await api.events();
    expect(closed).toMatchObject({
      type: 'MonthClosed',
      data: { light: { colour: 'yellow', worst: { percent: '99.95', behind: '0.1', met: false } } },
    });
    expect(await api.post(to('completion'), claim, ofWorks, inDecember)).toMatchObject({
      status: 409,
      body: { code: 'INDICATORS_NOT_MET' },
    });
  });

  it('claimed at 12, corrected to 4, it is not accepted', async () => {
    await api.given(started(gardens), submitted('2019-12', '12'), verified('2019-12', '12'));
    await api.post(to('month-closings'), closingOf('2019-12'), commission, inDecember);
    expect((await api.post(to('completion'), claim, ofWorks, inDecember)).status).toBe(201);
    const correction = {
      period: '2019-12',
      lines: [line('4', { reason: '复核核减' })],
      progress: '复核。',
      evidence,
      reason: '复核核减',
    };
    expect((await api.post(to('report-corrections'), correction, ofWorks, inDecember)).status).toBe(201);
    const check = { ...december, how: 'site visit' };
    expect((await api.post(to('report-verifications'), check, commission, inDecember)).status).toBe(201);
    expect(await api.post(to('acceptance'), inspection, commission, inDecember)).toMatchObject({
      status: 409,
      body: { code: 'INDICATORS_NOT_MET' },
    });
  });

  it('on a promise in words is grey, and done only with proof', async () => {
    await api.given(
      started(gardens, { indicators: [indicator({ target: null, targetText: '推进' })] }),
      submitted('2019-12', '1'),
      verified('2019-12', '1'),
    );
    await api.post(to('month-closings'), closingOf('2019-12'), commission, inDecember);
    const [closed] = await api.events();
    expect(closed).toMatchObject({ data: { light: { colour: 'grey', why: 'nothing to measure' } } });
    expect(await api.post(to('completion'), claim, ofWorks, inDecember)).toMatchObject({
      status: 409,
      body: { code: 'INDICATORS_UNPROVEN' },
    });
    const proven = { ...claim, inWords: [{ indicatorId: 'i1', evidence }] };
    expect((await api.post(to('completion'), proven, ofWorks, inDecember)).status).toBe(201);
  });

  it.each([
    ['every district', 409],
    ['the whole', 201],
  ])('on a district below its share follows the rule of the list: it asks %s', async (completionAsks, status) => {
    const start = started(gardens);
    const inDistricts = [line('12', { district: '东坡区' }), line('0', { district: '彭山区' })];
    const withLines = (event: ReturnType<typeof verified>) => ({
      ...event,
      data: { ...event.data, lines: inDistricts },
    });
    await api.given(
      { ...start, data: { ...start.data, rules: { ...rules, completionAsks } } },
      {
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
      },
      withLines(submitted('2019-12', '12')),
      withLines(verified('2019-12', '12')),
    );
    const exceptions = [{ indicatorId: 'i1', district: '彭山区', reason: '点位并入东坡区' }];
    expect(await api.post(to('completion'), { ...claim, exceptions }, ofWorks, inDecember)).toMatchObject({
      status,
      body: status === 409 ? { code: 'EXCEPTIONS_NOT_TAKEN' } : {},
    });
  });
});
