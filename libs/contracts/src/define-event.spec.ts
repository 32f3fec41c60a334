import { z } from 'zod';
import { defineEvent } from './define-event';
import { EventCatalogue } from './event-catalogue';
import type { Metadata } from './metadata';

const ToiletBuiltV1 = z.strictObject({ place: z.string(), count: z.number() });
const ToiletBuiltV2 = z.strictObject({ place: z.string(), count: z.string(), unit: z.string() });
const ToiletBuiltV3 = z.strictObject({ district: z.string(), count: z.string(), unit: z.string(), note: z.string() });
/** Two steps: figures became decimal strings with a unit, then the place was named for what it is. */
const ToiletBuilt = defineEvent('ToiletBuilt', ToiletBuiltV1)
  .evolved(ToiletBuiltV2, ({ place, count }) => ({ place, count: String(count), unit: '座' }))
  .evolved(ToiletBuiltV3, ({ place, ...rest }) => ({ district: place, ...rest, note: '' }));
const catalogue = new EventCatalogue<{ type: 'ToiletBuilt'; data: z.infer<typeof ToiletBuiltV3> }>([ToiletBuilt]);
const metadata: Metadata = {
  on: '2019-03-28',
  actor: { id: 'officer-41', role: 'department' },
  correlationId: 'c-1',
  commandId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
};

describe('an event that changed its shape twice', () => {
  it('is at version 3', () => expect(ToiletBuilt.version).toBe(3));

  it('reads the first shape through both steps', () =>
    expect(ToiletBuilt.decode(1, { place: '东坡区', count: 9 })).toEqual({
      type: 'ToiletBuilt',
      data: { district: '东坡区', count: '9', unit: '座', note: '' },
    }));

  it('reads the second shape through the last step only', () =>
    expect(ToiletBuilt.decode(2, { place: '东坡区', count: '9', unit: '个' })).toEqual({
      type: 'ToiletBuilt',
      data: { district: '东坡区', count: '9', unit: '个', note: '' },
    }));

  it('walks the same steps for what was decoded before', () =>
    expect(ToiletBuilt.decode(1, { place: '东坡区', count: 9 }, true)).toEqual(
      ToiletBuilt.decode(1, { place: '东坡区', count: 9 }),
    ));

  it('reads the newest shape as it is', () => {
    const newest = { district: '东坡区', count: '9', unit: '座', note: '验收' };
    expect(ToiletBuilt.decode(3, newest).data).toEqual(newest);
  });

  it('writes the newest shape only', () => {
    const newest = { district: '东坡区', count: '9', unit: '座', note: '' };
    expect(ToiletBuilt.encode(newest)).toEqual({ type: 'ToiletBuilt', version: 3, data: newest });
  });

  it('does not write what the newest shape does not know', () =>
    expect(() => ToiletBuilt.encode({ place: '东坡区', count: '9', unit: '座', note: '' } as never)).toThrow(
      'district',
    ));

  it('does not read a shape under the number of another', () =>
    expect(() => ToiletBuilt.decode(2, { place: '东坡区', count: 9 })).toThrow('count'));

  it.each([0, 4, -1, 1.5])('knows no version %s', (version) =>
    expect(() => ToiletBuilt.decode(version, {})).toThrow(`ToiletBuilt has no version ${version}`),
  );

  it('leaves the earlier definition as it was', () =>
    expect(defineEvent('ToiletBuilt', ToiletBuiltV1).version).toBe(1));
});

describe('the catalogue', () => {
  it('names what it knows', () => expect(catalogue.types).toEqual(['ToiletBuilt']));

  it('reads an old text as today’s event', () =>
    expect(catalogue.decode({ type: 'ToiletBuilt', version: 1, data: '{"count":9,"place":"东坡区"}' })).toEqual({
      type: 'ToiletBuilt',
      data: { district: '东坡区', count: '9', unit: '座', note: '' },
    }));

  it('halts at a type it does not know', () =>
    expect(() => catalogue.decode({ type: 'ToiletSold', version: 1, data: '{}' })).toThrow(
      'No event is called ToiletSold',
    ));

  it('halts at a version it does not know', () =>
    expect(() => catalogue.decode({ type: 'ToiletBuilt', version: 4, data: '{}' })).toThrow(
      'ToiletBuilt has no version 4',
    ));

  it('writes data and metadata in canonical bytes', () =>
    expect(
      catalogue.encode(
        { type: 'ToiletBuilt', data: { unit: '座', note: '', district: '东坡区', count: '9' } },
        metadata,
      ),
    ).toEqual({
      type: 'ToiletBuilt',
      version: 3,
      data: '{"count":"9","district":"东坡区","note":"","unit":"座"}',
      metadata:
        '{"actor":{"id":"officer-41","role":"department"},' +
        '"commandId":"7c9e6679-7425-40de-944b-e07fc1f90ae7","correlationId":"c-1","on":"2019-03-28"}',
    }));

  it('writes no metadata that it does not know', () =>
    expect(() =>
      catalogue.encode({ type: 'ToiletBuilt', data: { district: '东坡区', count: '9', unit: '座', note: '' } }, {
        ...metadata,
        phone: '13800000000',
      } as never),
    ).toThrow('phone'));
});
