import { lightEvents } from './reports.events';

const projectId = '511400-2019-p000000007';
const unmeasured = {
  period: '2019-03',
  colour: 'green',
  why: 'nothing to measure',
  rulesVersion: 1,
  rule: { scheme: 'month met or not' },
  missing: [],
};
const read = (type: string, version: number, data: object) =>
  lightEvents.find((definition) => definition.type === type)!.decode(version, data).data;

describe('a stored light', () => {
  it.each([
    ['MonthClosed', 1, { projectId, light: unmeasured }],
    ['MonthClosed', 2, { projectId, light: { ...unmeasured, sides: {} } }],
    ['MonthClosedAgain', 1, { projectId, light: { ...unmeasured, sides: {} } }],
    ['LightRecomputed', 1, { projectId, light: unmeasured, before: 'red' }],
    ['LightRecomputed', 2, { projectId, light: { ...unmeasured, sides: {} }, before: 'red' }],
  ])('%s %d that was green for want of anything to measure is read as grey', (type, version, data) =>
    expect(read(type, version, data)).toMatchObject({ light: { colour: 'grey', why: 'nothing to measure' } }),
  );
  it.each(['on the line', 'within tolerance'])('that was green, %s, stays green', (why) =>
    expect(read('MonthClosed', 2, { projectId, light: { ...unmeasured, why, sides: {} } })).toMatchObject({
      light: { colour: 'green', why },
    }),
  );
  it('that was red without a report stays red, though there is nothing to measure', () =>
    expect(
      read('MonthClosed', 2, {
        projectId,
        light: { ...unmeasured, colour: 'red', why: 'no verified report', sides: {} },
      }),
    ).toMatchObject({ light: { colour: 'red' } }));
});
