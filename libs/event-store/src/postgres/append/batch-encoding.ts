import type { ExpectedRevision } from '../../event-store';
import type { AppendOrder } from './append-order';

/** Numbers given in order of first sight, from 1: the places of the distinct values in a PostgreSQL array. */
class Places {
  private readonly places = new Map<string, number>();
  of(value: string): number {
    const place = this.places.get(value) ?? this.places.size + 1;
    this.places.set(value, place);
    return place;
  }
  values(): string[] {
    return [...this.places.keys()];
  }
}

const expectedCode = (expected: ExpectedRevision): number =>
  expected === 'no stream' ? -1 : expected === 'any' ? -2 : expected === 'stream exists' ? -4 : expected;

/** The parameters of es.append_batch, in its order. Appends are told apart by their place, counted from 1. */
export function encodeBatch(orders: readonly AppendOrder[]): unknown[] {
  const streams = new Places();
  const keys = new Places();
  const append = { stream: [] as number[], key: [] as number[], fingerprint: [] as string[], expected: [] as number[], count: [] as number[] };
  const event = {
    append: [] as number[], left: [] as number[], stream: [] as string[], id: [] as string[],
    type: [] as string[], version: [] as number[], data: [] as string[], metadata: [] as string[],
  };
  orders.forEach(({ stream, expected, events, command, retryKey }, index) => {
    const key = command?.key ?? retryKey;
    append.stream.push(streams.of(stream));
    append.key.push(key ? keys.of(key) : 0);
    append.fingerprint.push(command?.fingerprint ?? '');
    append.expected.push(expectedCode(expected));
    append.count.push(events.length);
    events.forEach(({ id, type, version, data, metadata }, place) => {
      event.append.push(index + 1);
      event.left.push(events.length - 1 - place);
      event.stream.push(stream);
      event.id.push(id);
      event.type.push(type);
      event.version.push(version);
      event.data.push(data);
      event.metadata.push(metadata);
    });
  });
  return [streams.values(), keys.values(), ...Object.values(append), ...Object.values(event)];
}

/** The parameters of es.append_one, in its order. */
export const encodeOne = ({ stream, expected, events, command, retryKey }: AppendOrder): unknown[] => [
  stream, command?.key ?? retryKey ?? null, command?.fingerprint ?? '', expectedCode(expected),
  events.map(({ id }) => id), events.map(({ type }) => type), events.map(({ version }) => version), events.map(({ data }) => data), events.map(({ metadata }) => metadata),
];
