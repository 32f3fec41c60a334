import { regionOf } from './regions';

describe('the region of a list', () => {
  it.each([
    ['四川省眉山市', '511400'],
    ['浙江省杭州市临安区', '330112'],
    ['浙江省杭州市', '330100'],
    ['浙江省宁波市奉化区', '330213'],
    ['浙江省宁波市', '330200'],
    ['上海市', '310000'],
    ['江苏省常州市钟楼区', '320404'],
    ['江苏省镇江市', '321100'],
    ['江苏省镇江市京口区', '321102'],
    ['浙江省温州市', '330300'],
    ['浙江省苍南县', '330327'],
    ['四川省成都市', '510100'],
    ['湖南省岳阳市', '430600'],
    ['广东省肇庆市', '441200'],
  ])('%s is %s', (city, code) => expect(regionOf(city)).toEqual({ code, name: city }));

  it('is the one asked for, whatever the name', () =>
    expect(regionOf('四川省眉山市', '511402')).toEqual({ code: '511402', name: '四川省眉山市东坡区' }));

  it('of a name that is no place is a functional zone, always the same, and noted', () => {
    const { code, zone, note } = regionOf('某省某市');
    expect(code).toMatch(/^99\d{4}$/);
    expect(regionOf('某省某市').code).toBe(code);
    expect(zone).toMatchObject({ name: '某省某市', parent: '100000' });
    expect(note).toContain(code);
  });
  it('of a zone lies in the place that its name begins with', () =>
    expect(regionOf('江苏省苏州市工业园区', '320571')).toMatchObject({ code: '320571', zone: { parent: '320500' } }));
  it('of an ambiguous name is not guessed', () =>
    expect(() => regionOf('朝阳区')).toThrow(/REGION_AMBIGUOUS.*110105 北京市朝阳区，220104 吉林省长春市朝阳区/));
});
