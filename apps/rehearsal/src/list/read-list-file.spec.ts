import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readListFile, parseList } from './read-list-file';

const folder = (name: string) => path.join(__dirname, '../../examples', name);
const filesIn = (name: string) => readdirSync(folder(name)).filter((file) => file.endsWith('.json'));
const list = (change: object) =>
  JSON.stringify({
    city: '示例市',
    year: 2024,
    items: [
      {
        title: '道路',
        lead_departments: ['市交通局'],
        indicators: [{ name: '农村公路', unit: '公里', target: 10, comparator: '>=', ...change }],
      },
    ],
  });

describe('a list file', () => {
  it.each(filesIn('ok'))('examples/ok/%s is taken', async (file) => {
    expect((await readListFile(path.join(folder('ok'), file))).items.length).toBeGreaterThan(0);
  });

  it.each(filesIn('not-ok'))('examples/not-ok/%s is refused with the code in its name', async (file) => {
    await expect(readListFile(path.join(folder('not-ok'), file))).rejects.toMatchObject({ code: file.split('.')[0] });
  });

  it.each(readdirSync(path.join(__dirname, '../../lists')))('lists/%s, a real list, is taken', async (file) => {
    expect((await readListFile(path.join(__dirname, '../../lists', file))).year).toBeGreaterThan(2000);
  });

  it('that is not there is named', () =>
    expect(readListFile(path.join(folder('ok'), 'missing.json'))).rejects.toMatchObject({
      code: 'LIST_FILE_NOT_FOUND',
    }));

  it('may begin with a byte order mark', () => expect(parseList(`\uFEFF${list({})}`).city).toBe('示例市'));

  it('says by JSON pointer where it is wrong, in both languages', () => {
    expect(() =>
      parseList(
        list({
          by_district: [
            { district: '甲', target: 4 },
            { district: '乙', target: 5 },
          ],
        }),
      ),
    ).toThrow(
      /LIST_FILE_DISTRICT_SUM_BELOW_TOTAL[\s\S]*各地任务合计少于总目标[\s\S]*\/items\/0\/indicators\/0\/by_district[\s\S]*9 < 10/,
    );
  });

  it('may allot more than the total: a buffer', () =>
    expect(
      parseList(
        list({
          by_district: [
            { district: '甲', target: 6 },
            { district: '乙', target: 5 },
          ],
        }),
      ).items,
    ).toHaveLength(1));

  it('repeats a rate in every district: it never sums', () =>
    expect(
      parseList(list({ unit: '%', target: 4.3, comparator: '<=', by_district: [{ district: '甲', target: 4.3 }] }))
        .items,
    ).toHaveLength(1));

  it('may hold lengths in fractions', () =>
    expect(
      parseList(list({ actual: 9.25, by_district: [{ district: '甲', target: 10, actual: 9.25 }] })).items,
    ).toHaveLength(1));

  it('names the misprinted row of a ballot', () => {
    const row = (satisfied: number) => ({ satisfied, basically_satisfied: 27, dissatisfied: 0 });
    expect(() =>
      parseList(JSON.stringify({ kind: 'deputies_satisfaction_ballot', results: [row(95), row(195), row(195)] })),
    ).toThrow(/LIST_FILE_IS_A_BALLOT[\s\S]*\/results\/0[\s\S]*122[\s\S]*222/);
  });
});
