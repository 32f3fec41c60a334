import type { ExpectedRevision } from '../../event-store';
import type { AppendOrder } from './append-order';
import { int4Array, textArray, uuidArray } from './binary-arrays';

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

/** The parameters of es.append_groups, in its order. Appends are told apart by their place, counted from 1. */
export function encodeGroups(groups: readonly (readonly AppendOrder[])[]): Buffer[] {
  const streams = new Places();
  const keys = new Places();
  const append = { stream: [] as number[], key: [] as number[], fingerprint: [] as string[], expected: [] as number[], count: [] as number[], left: [] as number[] };
  const event = {
    append: [] as number[], left: [] as number[], stream: [] as string[], id: [] as string[],
    type: [] as string[], version: [] as number[], data: [] as string[], metadata: [] as string[],
  };
  for (const group of groups) {
    for (let member = 0; member < group.length; member++) {
      const { stream, expected, events, command, retryKey } = group[member];
      const key = command?.key ?? retryKey;
      append.stream.push(streams.of(stream));
      append.key.push(key ? keys.of(key) : 0);
      append.fingerprint.push(command?.fingerprint ?? '');
      append.expected.push(expectedCode(expected));
      append.count.push(events.length);
      append.left.push(group.length - 1 - member);
      for (let place = 0; place < events.length; place++) {
        const { id, type, version, data, metadata } = events[place];
        event.append.push(append.stream.length);
        event.left.push(events.length - 1 - place);
        event.stream.push(stream);
        event.id.push(id);
        event.type.push(type);
        event.version.push(version);
        event.data.push(data);
        event.metadata.push(metadata);
      }
    }
  }
  return [
    textArray(streams.values()), uuidArray(keys.values()),
    int4Array(append.stream), int4Array(append.key), textArray(append.fingerprint), int4Array(append.expected), int4Array(append.count), int4Array(append.left),
    int4Array(event.append), int4Array(event.left), textArray(event.stream), uuidArray(event.id), textArray(event.type), int4Array(event.version), textArray(event.data), textArray(event.metadata),
  ];
}

/** The parameters of es.append_single, in its order. */
export const encodeSingle = ({ stream, expected, events: [{ id, type, version, data, metadata }], command, retryKey }: AppendOrder): unknown[] =>
  [stream, command?.key ?? retryKey ?? null, command?.fingerprint ?? '', expectedCode(expected), id, type, version, data, metadata];
