import {
  IndicatorId,
  ListId,
  Month,
  PersonTag,
  ProjectId,
  RegionCode,
  SuggestionId,
  listIdOf,
  listOf,
  regionOf,
  yearOf,
} from './ids';

const project = ProjectId.parse('511400-2019-p000000007');

describe('ids', () => {
  it('say which list, region and year they belong to', () => {
    expect(listOf(project)).toBe('511400-2019');
    expect(regionOf(project)).toBe('511400');
    expect(yearOf(project)).toBe(2019);
    expect(listIdOf(RegionCode.parse('511400'), 2019)).toBe(ListId.parse('511400-2019'));
  });

  it.each([
    '511400-2019-7',
    '511400-2019-P000000007',
    '511400-2019-p0000000071',
    '011400-2019-p000000007',
    '511400-1999-p000000007',
    '511400-2019-p000000007\n',
    'x511400-2019-p000000007',
  ])('%p is no project and no suggestion', (id) => {
    expect(ProjectId.safeParse(id).success).toBe(false);
    expect(SuggestionId.safeParse(id).success).toBe(false);
  });

  it.each(['51140', '5114000', '011400', '51140O', ' 511400', '511400\n', ''])(
    '%j is no region, and has no list',
    (code) => {
      expect(RegionCode.safeParse(code).success).toBe(false);
      expect(ListId.safeParse(`${code}-2019`).success).toBe(false);
    },
  );
  it.each(['2019-00', '2019-13', '2019-1', '1999-12', '2019-01-01'])('%s is no month', (month) =>
    expect(Month.safeParse(month).success).toBe(false),
  );
  it.each(['i0', 'i100', 'I1', 'i', 'i01'])('%s is no indicator', (id) =>
    expect(IndicatorId.safeParse(id).success).toBe(false),
  );
  it('a person’s tag is a hash and nothing that can be read', () => {
    expect(PersonTag.safeParse('13800000000').success).toBe(false);
    expect(PersonTag.safeParse('0123456789abcdef0123456789abcdef').success).toBe(true);
  });
});
