import { asRead, DeliveryCommands, invisibleIn, namesIn, placesOfNames, SelectionCommands, SitesCommands } from '.';

describe('the names in a command', () => {
  it('are found in lists, in fields left out and in whichever kind of change it is', () => {
    const changes = [
      { kind: 'target', indicatorId: 'i1', target: null, targetText: '应补尽补' },
      { kind: 'lead', indicatorId: 'i1', lead: '市交通运输局' },
    ];
    expect(
      namesIn(DeliveryCommands.ApplyForAdjustment.schema, { changes, reason: '因雨。', evidence: [] }).map(
        ({ kind, pointer, name }) => [kind, pointer, name],
      ),
    ).toEqual([
      ['title', '/changes/0/targetText', '应补尽补'],
      ['department', '/changes/1/lead', '市交通运输局'],
    ]);
  });
  it('are no free words, no ids and no quantities', () =>
    expect(
      namesIn(SitesCommands.RegisterSites.schema, {
        sites: [{ no: 1, name: '村口公厕', district: '东坡区', longitude: '103.8' }],
      }).map(({ pointer }) => pointer),
    ).toEqual(['/sites/0/name', '/sites/0/district']));
  it('stand in places that the schema tells', () => {
    expect(placesOfNames(DeliveryCommands.BreakDownTargets.schema)).toEqual([
      '/leaderInCharge',
      '/indicators/*/districts/*/district',
      '/indicators/*/districts/*/members/*',
      '/indicators/*/departures/*/district',
      '/indicators/*/departures/*/successor',
      '/indicators/*/departures/*/parts/*/successor',
      '/indicators/*/departures/*/reason',
      '/indicators/*/steps/*/text',
    ]);
    expect(placesOfNames(SelectionCommands.AdoptRules.schema)).toEqual(['/rules/acceptanceLevels/*']);
  });
});

describe('a character of a name that nobody sees', () => {
  it.each([
    '\u200B',
    '\uFE0F',
    '\u{E0100}',
    '\u3164',
    '\u115F',
    '\u034F',
    '\u2800',
    '\u0301',
    '\uFFFE',
    '\uFFFD',
    '\u00AD',
    '\u2028',
    '\u0007',
    '\uD800',
  ])('is found wherever it stands, and makes no other name: %j', (character) => {
    for (const name of [`市${character}教育局`, `市教育局${character}`]) {
      expect(invisibleIn(name)).toBe(character);
      expect(asRead(name)).toBe('市教育局');
    }
  });
  it.each([
    '市教育局',
    '市ＡＢ局',
    'ｶ区',
    'café 服务中心',
    'cafe\u0301 服务中心',
    '𠮷林区',
    'བོད་ལྗོངས',
    '市住建局（本级）',
  ])('is none in %s', (name) => expect(invisibleIn(name)).toBeUndefined());
});
