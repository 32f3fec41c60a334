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
    ['浙江省苍南县', '330327'],
    ['四川省成都市', '510100'],
    ['湖南省岳阳市', '430600'],
    ['广东省肇庆市', '441200'],
  ])('%s is %s', (city, code) => expect(regionOf(city)).toEqual({ code }));

  it('is the one asked for, whatever the name', () =>
    expect(regionOf('四川省眉山市', '511402')).toEqual({ code: '511402' }));

  it('of an unknown place is a stand-in that GB/T 2260 gives to nobody, always the same, and said so', () => {
    const { code, note } = regionOf('某省某市');
    expect(code).toMatch(/^99\d{4}$/);
    expect(regionOf('某省某市').code).toBe(code);
    expect(note).toContain(code);
  });
});
