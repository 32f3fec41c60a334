import { projects } from './project.projection';
import { closed, corrected, gardens, health, indicator, line, proposed, recomputed, started, verified } from '../testing/a-year';
import { rowAfter, type Happened } from '../testing/recorded-log';

const figuresAfter = async (...happened: readonly Happened[]) => (await rowAfter(projects, proposed(gardens), started(gardens), ...happened)).figures;
const verifiedLines = (period: string, ...lines: object[]): Happened => ({ ...verified(period, '0'), data: { ...verified(period, '0').data, lines } });

describe('the figures of a project', () => {
  it('are those of the newest month that was verified', async () => {
    expect(await figuresAfter(verified('2019-03', '3'), verified('2019-06', '7'))).toEqual({ i1: { '': { value: '7' } } });
  });
  it('do not change by a mere claim', async () => {
    expect(await figuresAfter(verified('2019-03', '3'), corrected('2019-03', '9', 2))).toEqual({ i1: { '': { value: '3' } } });
  });
  it('are not hidden when an earlier month is corrected late', async () => {
    expect(await figuresAfter(verified('2019-03', '3'), verified('2019-06', '7'), verified('2019-03', '4', 2))).toEqual({ i1: { '': { value: '7' } } });
  });
  it('take a corrected newest month', async () => {
    expect(await figuresAfter(verified('2019-03', '3'), verified('2019-06', '7'), verified('2019-06', '5', 2))).toEqual({ i1: { '': { value: '5' } } });
  });
  it('are the sum of the districts where no whole is reported', async () => {
    expect(await figuresAfter(verifiedLines('2019-03', line('4', { district: '东坡区' }), line('2.5', { district: '彭山区' })))).toEqual({ i1: { '': { value: '6.5' }, 东坡区: { value: '4' }, 彭山区: { value: '2.5' } } });
  });
  it('of two departments stand beside each other, whichever was verified first', async () => {
    const both = proposed(gardens, { indicators: [indicator(), indicator({ id: 'i2', lead: health })] });
    const works = verified('2019-03', '3');
    const clinics = { ...works, data: { ...works.data, department: health, lines: [line('8', { indicatorId: 'i2' })] } };
    const expected = { i1: { '': { value: '3' } }, i2: { '': { value: '8' } } };
    expect((await rowAfter(projects, both, started(gardens), works, clinics)).figures).toEqual(expected);
    expect((await rowAfter(projects, both, started(gardens), clinics, works)).figures).toEqual(expected);
  });
});

describe('the lights of a project', () => {
  const march = { period: '2019-03' };
  const june = { period: '2019-06', colour: 'red', why: 'behind the line' };
  it('shows the newest closed month, whatever order the months are closed in', async () => {
    const row = await rowAfter(projects, proposed(gardens), started(gardens), closed(june), closed(march));
    expect(row.light).toBe('red');
    expect(row.lights.map(({ published }) => published.period)).toEqual(['2019-03', '2019-06']);
  });
  it('does not move to an old month that is recomputed', async () => {
    const row = await rowAfter(projects, proposed(gardens), started(gardens), closed(march), closed(june), recomputed('green', { ...march, colour: 'yellow', why: 'behind the line' }));
    expect(row.light).toBe('red');
    expect(row.lights[0]).toMatchObject({ published: { colour: 'green' }, now: { colour: 'yellow' } });
  });
  it('keeps the first publication through a second recomputation', async () => {
    const row = await rowAfter(projects, proposed(gardens), started(gardens), closed(june), recomputed('red', { ...june, colour: 'yellow', why: 'caught up later' }), recomputed('yellow', june));
    expect(row.lights).toHaveLength(1);
    expect(row.lights[0]).toMatchObject({ published: { colour: 'red', why: 'behind the line' }, now: { colour: 'red' } });
  });
});
