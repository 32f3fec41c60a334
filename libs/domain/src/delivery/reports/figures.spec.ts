import { dongpo, i1, i2, indicator, pengshan } from '../../testing/fixtures';
import { reportLine } from '../delivery.fixtures';
import { withLines, type Figures } from './figures';

const count = indicator();
const rate = indicator({ id: 'i2', unit: '%', target: '95', additive: false });
const event = indicator({ id: 'i3', comparator: 'event', target: null, additive: false });
const fold = (...reports: ReturnType<typeof reportLine>[][]) =>
  reports.reduce<Figures>((figures, lines) => withLines(figures, lines, [count, rate, event]), {});
const inDistrict = (district: string, value: string, id = 'i1') => reportLine(id, value, { district });

describe('the figures after one more report', () => {
  it('are those of the newest line', () =>
    expect(fold([reportLine('i1', '9')], [reportLine('i1', '12')])).toMatchObject({ i1: { '': { value: '12' } } }));
  it('keep what the newest report does not speak of', () =>
    expect(fold([reportLine('i1', '9'), reportLine('i2', '93')], [reportLine('i2', '94')])).toMatchObject({
      i1: { '': { value: '9' } },
      i2: { '': { value: '94' } },
    }));
  it('sum districts to a whole that nobody gave', () =>
    expect(fold([inDistrict(dongpo, '4.2'), inDistrict(pengshan, '5.1')])).toMatchObject({
      i1: { '': { value: '9.3' } },
    }));
  it('sum a district newly reported with those reported before', () =>
    expect(fold([inDistrict(dongpo, '4')], [inDistrict(pengshan, '5')], [inDistrict(dongpo, '6')])).toMatchObject({
      i1: { '': { value: '11' } },
    }));
  it('take the whole as given beside its districts', () =>
    expect(fold([reportLine('i1', '10'), inDistrict(dongpo, '4')])).toMatchObject({
      i1: { '': { value: '10' }, [dongpo]: { value: '4' } },
    }));
  it('never sum a rate', () =>
    expect(fold([inDistrict(dongpo, '96', 'i2'), inDistrict(pengshan, '90', 'i2')])[i2]).not.toHaveProperty(['']));
  it('tell zero from nothing', () => {
    expect(fold([inDistrict(dongpo, '0')])).toMatchObject({ i1: { '': { value: '0' }, [dongpo]: { value: '0' } } });
    expect(fold([inDistrict(dongpo, '0')])[i1]).not.toHaveProperty([pengshan]);
  });
});

describe('works progress stands beside the count and never for it', () => {
  const works = (percent: string, more: object = {}) => reportLine('i1', undefined, { worksPercent: percent, ...more });
  it('makes no figure of itself', () => expect(fold([works('70')])[i1][''].value).toBeUndefined());
  it('leaves the count of an earlier month as it was', () =>
    expect(fold([reportLine('i1', '9')], [works('70')])).toMatchObject({
      i1: { '': { value: '9', worksPercent: '70' } },
    }));
  it('leaves the count of a district, and the sum, as they were', () =>
    expect(fold([inDistrict(dongpo, '4')], [works('70', { district: dongpo })])).toMatchObject({
      i1: { '': { value: '4' }, [dongpo]: { value: '4', worksPercent: '70' } },
    }));
  it('leaves an event done that was done', () =>
    expect(
      fold(
        [reportLine('i3', undefined, { doneOn: '2019-03-20' })],
        [reportLine('i3', undefined, { worksPercent: '100' })],
      ),
    ).toMatchObject({ i3: { '': { doneOn: '2019-03-20' } } }));
  it('stays known when a later report gives the count alone', () =>
    expect(fold([works('70')], [reportLine('i1', '9')])).toMatchObject({
      i1: { '': { value: '9', worksPercent: '70' } },
    }));
});
