/** Where the places of the lists lie, in hundredths of a degree of WGS 84: their seats of government, roughly. */
const centres: Readonly<Record<string, readonly [longitude: number, latitude: number]>> = {
  '310000': [12147, 3123], // 上海
  '320404': [11990, 3180], // 钟楼
  '321100': [11945, 3220], // 镇江
  '330100': [12021, 3025], // 杭州
  '330112': [11972, 3023], // 临安
  '330200': [12155, 2987], // 宁波
  '330213': [12141, 2966], // 奉化
  '330226': [12143, 2929], // 宁海
  '330327': [12043, 2752], // 苍南
  '430600': [11313, 2936], // 岳阳
  '441200': [11247, 2305], // 肇庆
  '510100': [10407, 3066], // 成都
  '511400': [10383, 3005], // 眉山
};
const degrees = (hundredths: number): string => (hundredths / 100).toFixed(2);

/** Where the site of a number lies: near the centre of its region, a kilometre or so from the others. */
export const siteAt = (
  regionCode: string,
  no: number,
): { readonly longitude: string; readonly latitude: string } | undefined => {
  const centre = Object.hasOwn(centres, regionCode) ? centres[regionCode] : undefined;
  return centre && { longitude: degrees(centre[0] + no - 2), latitude: degrees(centre[1] + (no % 2)) };
};
