import {
  defaultRules,
  eventsByCategory,
  type Category,
  type EventCatalogue,
  type LedgerEvent,
} from '@minsheng/contracts';

/** Placeholders in the pre-encoded texts for what differs from event to event. */
const PROJECT = '511400-2019-p000000000';
const RATER = '0'.repeat(32);
const COMMAND = '00000000-0000-4000-8000-000000000000';
const FIRST_INSTANT = Date.parse('2019-11-20T00:00:00Z');
export const PROJECTS_RATED = 2_000;

const encoded = (category: Category, type: string, data: object) =>
  (eventsByCategory[category] as unknown as EventCatalogue<LedgerEvent>).encode(
    { type, data: { projectId: PROJECT, ...data } } as unknown as LedgerEvent,
    { actor: { id: RATER, role: 'public' }, on: '2019-11-25', commandId: COMMAND, correlationId: 'a season' } as never,
  );
const opened = encoded('evaluation', 'EvaluationOpened', {
  opensOn: '2019-11-20',
  closesOn: '2019-12-20',
  rulesVersion: 1,
  rules: defaultRules,
  leads: ['市住房和城乡建设局'],
});
const rated = [1, 2, 3, 4, 5].map((level) =>
  encoded('rating', 'ProjectRated', { raterTag: RATER, round: 1, repairs: 0, level, badLevel: 2 }),
);

/**
 * An evaluation season as lines for COPY into es.events: its projects are opened, then rated in turn by different
 * people.
 */
export function* linesOfSeason(events: number): Generator<string> {
  for (let position = 1; position <= events; position += 1) {
    const number = String(position).padStart(12, '0');
    const id = `511400-2019-p${String(position % PROJECTS_RATED).padStart(9, '0')}`;
    const rater = number.padStart(32, 'a');
    const [stream, { type, version, data, metadata }] =
      position <= PROJECTS_RATED
        ? [`evaluation-${id}`, opened]
        : [`rating-${id}-${rater}`, rated[position % rated.length]];
    const filled = [data, metadata].map((text) =>
      text.replaceAll(PROJECT, id).replaceAll(RATER, rater).replace(COMMAND, `00000000-0000-4000-8000-${number}`),
    );
    const recordedAt = new Date(FIRST_INSTANT + position).toISOString();
    const eventId = `00000000-0000-4000-9000-${number}`;
    yield `${[position, 0, recordedAt, eventId, stream, type, version, ...filled].join('\t')}\n`;
  }
}
