/** The number of source files in which a name is written. */
import { eventsOf, featureOf, fieldsOf } from './contracts.mjs';
import { fieldNamesIn, shortPath } from './sources.mjs';

/** Fields that are not counted. Each name is listed with its reason. */
export const NOT_COUNTED = {
  'plain English: the same word is a field of many different things, so counting it counts nothing': [
    'id',
    'no',
    'title',
    'name',
    'text',
    'reason',
    'note',
    'unit',
    'kind',
    'value',
    'from',
    'to',
    'how',
    'why',
    'rule',
    'rules',
    'body',
    'state',
    'status',
    'line',
    'lines',
    'item',
    'items',
    'level',
    'result',
    'version',
    'before',
    'words',
    'method',
    'detail',
    'person',
    'missing',
  ],
  'words about dates: every record has some': ['year', 'month', 'period', 'date', 'day', 'days', 'on', 'until'],
  'coordinates: what streams, rows, routes and permissions are addressed by': [
    'projectId',
    'suggestionId',
    'listId',
    'indicatorId',
    'personTag',
    'raterTag',
    'regionCode',
    'region',
    'department',
    'district',
    'trackingCode',
    'path',
    'rulesVersion',
  ],
};
/** The aim: places per field. */
const AIM = 4;
/**
 * The widest fields of today: lights, leads and indicators are central to rules, boards and sentences
 * (docs/decisions/0014). Lower it when they shrink.
 */
const WORST_TODAY = 7;
const notCounted = new Set(Object.values(NOT_COUNTED).flat());
/**
 * These know no business word (the lint fence keeps the contracts out), so the same letters there mean something else;
 * the rehearsal is a client over HTTP and spells requests as every client does.
 */
const KNOWS_NO_BUSINESS = /^(?:libs\/(?:event-store|local-system|backup)|apps\/rehearsal)\//;
/** Frozen shapes of stored events: no place to change. */
const FROZEN = /^libs\/contracts\/src\/first-shapes\//;

/** Each name with the files that contain it, the most widespread first. */
function spread(names, sources, namesOf) {
  const spelled = sources.map((source) => ({ path: source.path, names: namesOf(source) }));
  return [...new Set(names)]
    .map((name) => ({ name, files: spelled.filter((file) => file.names.has(name)).map(({ path }) => path) }))
    .sort((a, b) => b.files.length - a.files.length || (a.name < b.name ? -1 : 1));
}

const described = ({ name, files }) => `${name}: ${files.length} (${files.map(shortPath).join(', ')})`;

/**
 * A field belongs to the feature whose event holds it: it is looked for in the feature's folder of every project and in
 * what features share.
 */
function fieldsByRoom(sources) {
  const rooms = [...new Set(eventsOf(sources).map(({ source }) => featureOf(source)))];
  return rooms
    .flatMap((room) => {
      const near = sources.filter(
        (source) =>
          !KNOWS_NO_BUSINESS.test(source.path) &&
          !FROZEN.test(source.path) &&
          (featureOf(source) === room || !rooms.includes(featureOf(source))),
      );
      return spread(
        fieldsOf(sources, room).filter((field) => !notCounted.has(field)),
        near,
        fieldNamesIn,
      ).map(({ name, files }) => ({ name: `${room}.${name}`, files }));
    })
    .sort((a, b) => b.files.length - a.files.length);
}

/**
 * A feature is split over small files on purpose, in contracts and domain by rule, in read models and api by question:
 * together they are one place to change. The measure looks for the same field in another feature or another layer.
 */
const placeOf = (path) =>
  path.match(/^(?:libs\/(?:contracts|domain|read-models)|apps\/api)\/src\/[\w-]+(?=\/)/)?.[0] ?? path;
const places = ({ name, files }) => ({ name, files: [...new Set(files.map(placeOf))] });

export function spellingOfFields(sources) {
  const fields = fieldsByRoom(sources)
    .map(places)
    .sort((a, b) => b.files.length - a.files.length);
  const over = fields.filter(({ files }) => files.length > AIM).map(({ name }) => name);
  return [
    {
      name: 'field-spelling',
      says:
        `places that spell one business field, max (aim ${AIM}, kept by ${fields.length - over.length} ` +
        `of ${fields.length} fields; may only fall)`,
      value: fields[0]?.files.length ?? 0,
      bar: WORST_TODAY,
      worst: fields.slice(0, 5).map(described),
      over,
    },
    {
      name: 'field-spelling-median',
      says: 'the same, median',
      value: fields[Math.floor(fields.length / 2)]?.files.length ?? 0,
    },
  ];
}
