import { canonicalJson } from '../canonical-json';
import { EventDefinition } from '../define-event';

/** As much of a definition as its samples need, whatever its data. */
export interface Sampled {
  readonly type: string;
  readonly version: number;
  decode(version: number, stored: unknown): { readonly type: string; readonly data: unknown };
  encode(data: never): { readonly version: number; readonly data: unknown };
}
/** The text of every version of every event, oldest first. */
export type Samples = Readonly<Record<string, readonly string[]>>;

/** Every event that a feature's events file defines, in whichever of its lists. */
export const definitionsIn = (eventsFile: object): readonly Sampled[] =>
  Object.values(eventsFile)
    .flat()
    .filter((entry) => entry instanceof EventDefinition);

/** `MonthClosed v2` and so on: versions that exist and have no sample, and samples of what does not exist. */
export const sampleGaps = (definitions: readonly Sampled[], samples: Samples): readonly string[] => {
  const versions = (type: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${type} v${index + 1}`);
  const defined = definitions.flatMap(({ type, version }) => versions(type, version));
  const kept = Object.entries(samples).flatMap(([type, texts]) => versions(type, texts.length));
  return [...defined.filter((text) => !kept.includes(text)), ...kept.filter((text) => !defined.includes(text))];
};

/** What every event promises of the texts that lie in the log. */
export const keepsItsStoredSamples = (definitions: readonly Sampled[], samples: Samples): void => {
  it('has one sample for each version of each event', () => expect(sampleGaps(definitions, samples)).toEqual([]));

  const everyText = definitions.flatMap((definition) =>
    (samples[definition.type] ?? []).map((text, index) => ({
      definition,
      type: definition.type,
      version: index + 1,
      text,
    })),
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
