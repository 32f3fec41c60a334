import { createHash } from 'node:crypto';

/** Places by name, with their codes of GB/T 2260: what the real lists at hand need. Others give `--region`. */
const codes: Readonly<Record<string, string>> = {
  眉山市: '511400',
  苍南县: '330327',
  成都市: '510100',
  奉化区: '330213',
  宁波市奉化区: '330213',
  杭州市: '330100',
  临安区: '330112',
  杭州市临安区: '330112',
  宁波市: '330200',
  上海市: '310000',
  岳阳市: '430600',
  肇庆市: '441200',
  镇江市: '321100',
  钟楼区: '320404',
  常州市钟楼区: '320404',
  宁海县: '330226',
};

export interface Region {
  readonly code: string;
  /** Why the code is not the place's own. */ readonly note?: string;
}

/** A code that GB/T 2260 gives to nobody (99xxxx), the same for the same name. */
const standInFor = (city: string): string =>
  `99${String(createHash('sha256').update(city).digest().readUInt32BE(0) % 10_000).padStart(4, '0')}`;

/** The region of a list: as asked for, else the longest name that ends the city's name, else a stand-in. */
export const regionOf = (city: string, wished?: string): Region => {
  if (wished !== undefined) return { code: wished };
  const [known] = Object.keys(codes)
    .filter((name) => city.trim().endsWith(name))
    .sort((a, b) => b.length - a.length);
  if (known) return { code: codes[known] };
  const code = standInFor(city);
  return {
    code,
    note: `「${city}」的行政区划代码未知，用 GB/T 2260 未分配的 ${code} 代替；可用 --region 指定 · code unknown, a stand-in is used`,
  };
};
