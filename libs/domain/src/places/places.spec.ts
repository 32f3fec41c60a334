import fc from 'fast-check';
import gb2260 from './gb2260.json';
import { fullNameOf, placeByCode, placesNamed } from './places';

const codesOf = (text: string) => placesNamed(text).map(({ code }) => code);
const inForce = gb2260.places.map((line) => placeByCode(line.slice(0, 6))!);
const known = [...gb2260.places, ...gb2260.withdrawn].map((line) => line.split(' '));

describe('the places of GB/T 2260', () => {
  it.each([
    ['330300', '温州市', '浙江省温州市'],
    ['321102', '京口区', '江苏省镇江市京口区'],
    ['310115', '浦东新区', '上海市浦东新区'],
    ['429004', '仙桃市', '湖北省仙桃市'],
    ['460030', '白沙黎族自治县', '海南省白沙黎族自治县'],
    ['710000', '台湾省', '台湾省'],
  ])('have %s: %s', (code, name, fullName) => {
    expect(placeByCode(code)).toMatchObject({ code, name });
    expect(fullNameOf(placeByCode(code)!)).toBe(fullName);
  });

  it.each([
    ['330103', '下城区', 2021],
    ['330185', '临安市', 2017],
    ['510124', '郫县', 2016],
    ['371200', '莱芜市', 2018],
    ['500105', '江北区', 2025],
    ['510200', '重庆市', 1997],
  ])('resolve the withdrawn code %s: %s, until %i', (code, name, year) =>
    expect(placeByCode(code)).toEqual({ code, name, withdrawn: year }),
  );

  it.each(['990001', '330399', '110100', '100000', '000000', '3303', '', 'constructor', '__proto__'])(
    'do not have "%s"',
    (code) => expect(placeByCode(code)).toBeUndefined(),
  );

  it('have each code once, and the year of each that was withdrawn', () => {
    expect(new Set(known.map(([code]) => code)).size).toBe(known.length);
    expect(known.length).toBeGreaterThan(6_000);
    expect(gb2260.withdrawn.filter((line) => !/^\d{6} \S+ (198|199|20[012])\d$/.test(line))).toEqual([]);
    expect(gb2260.places.filter((line) => !/^\d{6} \S+$/.test(line))).toEqual([]);
  });
});

describe('a place by its name', () => {
  it.each([
    ['the name alone', '温州市', '330300'],
    ['without its kind', '温州', '330300'],
    ['a district', '京口区', '321102'],
    ['with its city', '镇江市京口区', '321102'],
    ['with its city and province', '江苏省镇江市京口区', '321102'],
    ['with its province alone', '江苏省京口区', '321102'],
    ['everything without its kind', '江苏镇江京口', '321102'],
    ['with spaces', ' 江苏省 镇江市 ', '321100'],
    ['an autonomous region', '广西', '450000'],
    ['a municipality', '上海', '310000'],
    ['a new area that is a district', '上海浦东', '310115'],
    ['one of two by its city', '重庆市江北区', '500105'],
    ['a name in force hides one that was', '江北区', '330205'],
    ['a withdrawn district', '杭州市下城区', '330103'],
    ['a withdrawn city', '临安市', '330185'],
    ['a former name of the same code', '襄樊市', '420600'],
    ['a district under the former name of its city', '湖北省襄樊市樊城区', '420606'],
  ])('%s: %s', (_how, text, code) => expect(codesOf(text)).toEqual([code]));

  it('that several bear says which', () =>
    expect(placesNamed('朝阳区').map(fullNameOf)).toEqual(['北京市朝阳区', '吉林省长春市朝阳区']));

  it.each([
    '示例市',
    '雄安新区',
    '南京市西湖区',
    '浙江省京口区',
    '阳区',
    '市',
    '',
    'constructor',
    '某省温州市',
    '临安县',
    '苏州新区',
    '广州县',
    '北京县',
    '杭州区',
    '江苏省镇江新区',
  ])('"%s" is none', (text) => expect(placesNamed(text)).toEqual([]));

  it('is found by its full name, whichever place it is', () =>
    expect(inForce.filter((place) => codesOf(fullNameOf(place)).join() !== place.code)).toEqual([]));

  it('is among those found by its name alone, and is not found behind what is no place', () =>
    fc.assert(
      fc.property(fc.constantFrom(...inForce), (place) => {
        expect(codesOf(place.name)).toContain(place.code);
        expect(codesOf(`未知${fullNameOf(place)}`)).toEqual([]);
      }),
    ));
});
