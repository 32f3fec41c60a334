import { readFileSync } from 'node:fs';
import { canonicalJson } from '../canonical-json';
import { EventDefinition } from '../define-event';

/** As much of a definition as its samples need, whatever its data. */
export interface Sampled {
  readonly type: string;
  readonly version: number;
  decode(version: number, stored: unknown): { readonly type: string; readonly data: unknown };
  encode(data: never): { readonly version: number; readonly data: unknown };
}
/** The data of one event as they lie in the log, byte for byte. */
export interface Sample {
  readonly type: string;
  readonly version: number;
  readonly text: string;
}

/**
 * The samples in a file: a line each with event, version and text. Lines are only ever added, one for each version.
 * @throws for a line that is none
 */
export const samplesIn = (path: string): readonly Sample[] =>
  readFileSync(path, 'utf8')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const [, type, version, text] = /^(\w+) (\d+) (\{.*\})$/.exec(line) ?? [];
      if (!type) throw new Error(`${path} holds a line that is no sample: ${line}`);
      return { type, version: Number(version), text };
    });

/** Every event that a feature's events file defines, in whichever of its lists. */
export const definitionsIn = (eventsFile: object): readonly Sampled[] => [
  ...new Set(
    Object.values(eventsFile)
      .flat()
      .filter((entry) => entry instanceof EventDefinition),
  ),
];

/** `MonthClosed 2` and so on: versions without a sample, samples of what does not exist, and second samples. */
export const sampleGaps = (
  definitions: readonly Sampled[],
  samples: readonly Pick<Sample, 'type' | 'version'>[],
): readonly string[] => {
  const defined = definitions.flatMap(({ type, version }) =>
    Array.from({ length: version }, (_, index) => `${type} ${index + 1}`),
  );
  const kept = samples.map(({ type, version }) => `${type} ${version}`);
  return [
    ...defined.filter((name) => !kept.includes(name)),
    ...kept.filter((name, index) => !defined.includes(name) || kept.indexOf(name) < index),
  ];
};

/** What every event promises of the texts that lie in the log. */
export const keepsItsStoredSamples = (definitions: readonly Sampled[], samples: readonly Sample[]): void => {
  it('has one sample for each version of each event', () => expect(sampleGaps(definitions, samples)).toEqual([]));

  const everyText = samples.flatMap((sample) =>
    definitions.filter(({ type }) => type === sample.type).map((definition) => ({ ...sample, definition })),
  );

  it.each(everyText)('keeps $type v$version in canonical bytes', ({ text }) =>
    expect(canonicalJson(JSON.parse(text))).toBe(text),
  );

  it.each(everyText)(
    'reads $type v$version, and writes it again as the newest version',
    ({ definition, type, version, text }) => {
      const event = definition.decode(version, JSON.parse(text));
      expect(event.type).toBe(type);
      const written = definition.encode(event.data as never);
      expect(written.version).toBe(definition.version);
      if (version === definition.version) expect(canonicalJson(written.data)).toBe(text);
      else expect(definition.decode(written.version, JSON.parse(canonicalJson(written.data))).data).toEqual(event.data);
    },
  );

  it.each(everyText)('refuses $type v$version with a field it does not know', ({ definition, version, text }) =>
    expect(() => definition.decode(version, { ...JSON.parse(text), unknownField: 1 })).toThrow('unknownField'),
  );
};
