import { lastRevision } from '../../append-rules';
import type { Expected, NewEvent } from '../../event-store';
import type { AppendRequest } from './append-request';
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

/** A revision, -1 for no stream, -2 for any, -4 where the stream must exist. */
export const expectedCode = (expected: Expected): number => lastRevision(expected) ?? (expected === 'any' ? -2 : -4);

/** The key by which an append is recognised when it comes again. */
const keyOf = ({ command, retryKey }: AppendRequest): string | undefined => command?.key ?? retryKey;

/** The events of a batch by columns, as both functions for many take them. */
class EventColumns {
  private readonly columns = {
    stream: [] as string[],
    id: [] as string[],
    type: [] as string[],
    version: [] as number[],
    data: [] as string[],
    metadata: [] as string[],
  };

  get count(): number {
    return this.columns.id.length;
  }

  add(stream: string, { id, type, version, data, metadata }: NewEvent): void {
    this.columns.stream.push(stream);
    this.columns.id.push(id);
    this.columns.type.push(type);
    this.columns.version.push(version);
    this.columns.data.push(data);
    this.columns.metadata.push(metadata);
  }

  encoded(): Buffer[] {
    const { stream, id, type, version, data, metadata } = this.columns;
    return [
      textArray(stream),
      uuidArray(id),
      textArray(type),
      int4Array(version),
      textArray(data),
      textArray(metadata),
    ];
  }
}

/** The parameters of es.append_groups, in its order. Appends are told apart by their place, counted from 1. */
export function encodeGroups(groups: readonly (readonly AppendRequest[])[]): Buffer[] {
  const streams = new Places();
  const keys = new Places();
  const append = {
    stream: [] as number[],
    key: [] as number[],
    fingerprint: [] as string[],
    expected: [] as number[],
    count: [] as number[],
    left: [] as number[],
  };
  const place = { append: [] as number[], left: [] as number[] };
  const columns = new EventColumns();
  for (const group of groups) {
    for (let member = 0; member < group.length; member++) {
      const { stream, expected, events, command } = group[member];
      const key = keyOf(group[member]);
      append.stream.push(streams.of(stream));
      append.key.push(key ? keys.of(key) : 0);
      append.fingerprint.push(command?.fingerprint ?? '');
      append.expected.push(expectedCode(expected));
      append.count.push(events.length);
      append.left.push(group.length - 1 - member);
      events.forEach((event, nth) => {
        place.append.push(append.stream.length);
        place.left.push(events.length - 1 - nth);
        columns.add(stream, event);
      });
    }
  }
  return [
    textArray(streams.values()),
    uuidArray(keys.values()),
    int4Array(append.stream),
    int4Array(append.key),
    textArray(append.fingerprint),
    int4Array(append.expected),
    int4Array(append.count),
    int4Array(append.left),
    int4Array(place.append),
    int4Array(place.left),
    ...columns.encoded(),
  ];
}

/**
 * The parameters of es.append_single, in its order; undefined for more than one event, or one that expects less than a
 * revision.
 */
export function encodeSingle(groups: readonly (readonly AppendRequest[])[]): unknown[] | undefined {
  const [[request]] = groups;
  const expected = expectedCode(request.expected);
  if (groups.length > 1 || groups[0].length > 1 || request.events.length > 1 || expected < -1) return undefined;
  const [{ id, type, version, data, metadata }] = request.events;
  return [
    request.stream,
    expected,
    keyOf(request) ?? null,
    request.command?.fingerprint ?? '',
    id,
    type,
    version,
    data,
    metadata,
  ];
}

/**
 * The parameters of es.append_plain, in its order and behind its first, where the batch alone tells which revision each
 * event gets: every append says where its stream is, or follows another of the batch, and no command comes twice.
 * Undefined where it does not.
 */
export function encodePlain(groups: readonly (readonly AppendRequest[])[]): Buffer[] | undefined {
  const streams = new Map<string, { readonly expected: number; revision: number }>();
  const command = {
    key: [] as string[],
    fingerprint: [] as string[],
    stream: [] as string[],
    revision: [] as number[],
    nth: [] as number[],
  };
  const revisions: number[] = [];
  const columns = new EventColumns();
  for (const request of groups.flat()) {
    const { stream, events } = request;
    const expected = expectedCode(request.expected);
    const known = streams.get(stream) ?? { expected, revision: expected };
    if (expected < -1 || known.revision !== expected) return undefined;
    streams.set(stream, known);
    for (const event of events) {
      known.revision += 1;
      revisions.push(known.revision);
      columns.add(stream, event);
    }
    const key = keyOf(request);
    if (key) {
      command.key.push(key);
      command.fingerprint.push(request.command?.fingerprint ?? '');
      command.stream.push(stream);
      command.revision.push(known.revision);
      command.nth.push(columns.count);
    }
  }
  if (new Set(command.key).size < command.key.length) return undefined;
  const [ofStreams, ...others] = columns.encoded();
  return [
    textArray([...streams.keys()]),
    int4Array([...streams.values()].map(({ expected }) => expected)),
    uuidArray(command.key),
    textArray(command.fingerprint),
    textArray(command.stream),
    int4Array(command.revision),
    int4Array(command.nth),
    ofStreams,
    int4Array(revisions),
    ...others,
  ];
}
