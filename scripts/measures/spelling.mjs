/** In how many source files one name is written. */
import { commandsOf, eventsOf, featureOf, fieldsOf } from './contracts.mjs';
import { fieldNamesIn, namesIn } from './sources.mjs';

/** Fields that are not counted. A name is put here only with its reason. */
export const NOT_COUNTED = {
  'plain English: the same word is a field of many different things, so counting it counts nothing': [
    'id', 'no', 'title', 'name', 'text', 'reason', 'note', 'unit', 'kind', 'value', 'from', 'to', 'how', 'why', 'rule', 'rules', 'body', 'state', 'status', 'line', 'lines',
    'item', 'items', 'level', 'result', 'version', 'before', 'words', 'method', 'detail', 'person', 'missing',
  ],
  'words about dates: every record has some': ['year', 'month', 'period', 'date', 'day', 'days'],
  'coordinates: what streams, rows, routes and permissions are addressed by': [
    'projectId', 'suggestionId', 'listId', 'indicatorId', 'personTag', 'raterTag', 'regionCode', 'region', 'department', 'district', 'trackingCode', 'rulesVersion',
  ],
};
const notCounted = new Set(Object.values(NOT_COUNTED).flat());
/** These two know no business word (the lint fence keeps the contracts out), so the same letters there mean something else. */
const KNOWS_NO_BUSINESS = /^libs\/(?:event-store|local-system)\//;

/** Each name with the files that spell it, the most widespread first. */
function spread(names, sources, namesOf) {
  const spelled = sources.map((source) => ({ path: source.path, names: namesOf(source) }));
  return [...new Set(names)]
    .map((name) => ({ name, files: spelled.filter((file) => file.names.has(name)).map(({ path }) => path) }))
    .sort((a, b) => b.files.length - a.files.length || (a.name < b.name ? -1 : 1));
}

const told = ({ name, files }) => `${name}: ${files.length} (${files.map((path) => path.replace(/^(libs|apps)\//, '').replace('/src/', '/').replace(/\.ts$/, '')).join(', ')})`;

/** A field belongs to the feature whose event holds it: it is looked for in that room of every project and in what lies beside the rooms. */
function fieldsByRoom(sources) {
  const rooms = [...new Set(eventsOf(sources).map(({ source }) => featureOf(source)))];
  return rooms.flatMap((room) => {
    const near = sources.filter((source) => !KNOWS_NO_BUSINESS.test(source.path) && (featureOf(source) === room || !rooms.includes(featureOf(source))));
    return spread(fieldsOf(sources, room).filter((field) => !notCounted.has(field)), near, fieldNamesIn).map(({ name, files }) => ({ name: `${room}.${name}`, files }));
  }).sort((a, b) => b.files.length - a.files.length);
}

export function spellingOfFields(sources) {
  const fields = fieldsByRoom(sources);
  const over = fields.filter(({ files }) => files.length > 4).map(({ name }) => name);
  return [
    { name: 'field-spelling', says: `source files that spell one business field, max of ${fields.length} fields`, value: fields[0]?.files.length ?? 0, bar: 4, worst: fields.slice(0, 5).map(told), over },
    { name: 'field-spelling-median', says: `the same, median (${over.length} fields are over the bar)`, value: fields[Math.floor(fields.length / 2)]?.files.length ?? 0 },
  ];
}

export function filesPerCommand(sources) {
  const commands = spread(commandsOf(sources).map(({ name }) => name), sources, namesIn);
  return { name: 'command-files', says: 'source files that name one command, max', value: commands[0]?.files.length ?? 0, bar: 5, worst: commands.slice(0, 3).map(told) };
}
