/** The shape of the source files: length, constructors, switches, second lists of event names, disabled rules. */
import ts from 'typescript';
import { eventsOf } from './contracts.mjs';
import { placeOf, visit } from './sources.mjs';

const found = (sources, look) =>
  sources.flatMap((source) => {
    const places = [];
    visit(source.tree, (node) => {
      const what = look(node, source);
      if (what) places.push(`${placeOf(source, node)} ${what === true ? '' : what}`.trim());
    });
    return places;
  });

export function lengths(sources) {
  const byLength = [...sources].sort((a, b) => b.lines - a.lines);
  const median = byLength.length === 0 ? 0 : byLength[Math.floor(byLength.length / 2)].lines;
  return [
    { name: 'median-lines', says: 'lines of a source file, median (aim at about 60)', value: median },
    {
      name: 'max-lines-of-source',
      says: 'lines of a source file, max',
      value: byLength[0]?.lines ?? 0,
      bar: 250,
      worst: byLength.slice(0, 3).map(({ path, lines }) => `${path}: ${lines}`),
    },
  ];
}

const LONGEST_LINE = 120;
/** In characters: a Chinese one counts as one. `files` are all that is written, specs included. */
export function longLines(files) {
  const places = files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => ([...line].length > LONGEST_LINE ? [`${path}:${index + 1}`] : [])),
  );
  return {
    name: 'long-lines',
    says: `lines over ${LONGEST_LINE} characters, source and specs`,
    value: places.length,
    bar: 0,
    worst: places,
  };
}

export function constructorParameters(sources) {
  let max = 0;
  const wide = found(sources, (node) => {
    if (!ts.isConstructorDeclaration(node)) return false;
    max = Math.max(max, node.parameters.length);
    return node.parameters.length > 5 && `${node.parameters.length} parameters`;
  });
  return { name: 'constructor-parameters', says: 'parameters of a constructor, max', value: max, bar: 5, worst: wide };
}

const throwsOnUnknown = (clause) => {
  const [only, more] = clause.statements;
  const expression =
    only && (ts.isReturnStatement(only) || ts.isExpressionStatement(only) || ts.isThrowStatement(only))
      ? only.expression
      : undefined;
  return (
    !more &&
    expression &&
    ts.isCallExpression(expression) &&
    ts.isIdentifier(expression.expression) &&
    expression.expression.text === 'unreachable'
  );
};
/** In the pure projects every switch must be closed; elsewhere those over the type of an event or a command. */
export function openSwitches(sources) {
  const places = found(sources, (node, { path }) => {
    if (!ts.isDefaultClause(node) || throwsOnUnknown(node)) return false;
    const { expression } = node.parent.parent;
    return (
      /^libs\/(contracts|domain|read-models)\//.test(path) ||
      (ts.isPropertyAccessExpression(expression) && expression.name.text === 'type')
    );
  });
  return {
    name: 'open-switches',
    says: '`default:` over events, commands or states that is not unreachable',
    value: places.length,
    bar: 0,
    worst: places,
  };
}

/** `Extract<DeliveryEvent, { type: 'A' | 'B' }>` selects from the one list: it is no second one. */
const isChoice = (node) => {
  for (let { parent } = node; parent && !ts.isStatement(parent); { parent } = parent)
    if (ts.isTypeReferenceNode(parent) && ['Extract', 'Exclude'].includes(parent.typeName.getText())) return true;
  return false;
};
/** A second list of event names always diverges from the first: two or more names together in an array or a union. */
export function eventNameLists(sources) {
  const names = new Set(eventsOf(sources).map(({ name }) => name));
  const isName = (node) =>
    (ts.isStringLiteral(node) || (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal))) &&
    names.has((node.literal ?? node).text);
  const places = found(sources, (node) => {
    const members = ts.isArrayLiteralExpression(node)
      ? node.elements
      : ts.isUnionTypeNode(node) && !isChoice(node)
        ? node.types
        : [];
    return members.filter(isName).length >= 2 && `${members.filter(isName).length} event names`;
  });
  return {
    name: 'event-name-lists',
    says: 'lists that repeat event names as strings',
    value: places.length,
    bar: 0,
    worst: places,
  };
}

/** A disabled rule says why: `-- because …` after it. */
export function silencedWithoutReason(sources) {
  const places = sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        /(?:\/\/|\/\*)\s*eslint-disable(?!.* -- \S)/.test(line) || /@ts-(?:ignore|nocheck)/.test(line)
          ? [`${path}:${index + 1}`]
          : [],
      ),
  );
  return {
    name: 'silenced-rules',
    says: 'rules silenced without a reason',
    value: places.length,
    bar: 0,
    worst: places,
  };
}

export function eventsWithoutSample(sources, samples) {
  const sampled = new Set(samples.flatMap(({ text }) => text.split('\n').map((line) => line.split(' ', 1)[0])));
  const bare = eventsOf(sources)
    .map(({ name }) => name)
    .filter((name) => !sampled.has(name));
  return {
    name: 'events-without-sample',
    says: 'events without a stored sample',
    value: bare.length,
    worst: bare.length === 0 ? [] : [`${bare.slice(0, 8).join(', ')}${bare.length > 8 ? ' …' : ''}`],
  };
}

const stringLiteralTypes = (names) => (node) =>
  ts.isStringLiteral(node) &&
  names.has(node.text) &&
  ts.isPropertyAssignment(node.parent) &&
  node.parent.name.getText() === 'type';
/**
 * For information: where event names are written because they must be (deciders write them, tables and switches read
 * them).
 */
export function eventNameUses(sources) {
  const names = new Set(eventsOf(sources).map(({ name }) => name));
  const written = found(sources, stringLiteralTypes(names)).length;
  const cases = found(
    sources,
    (node) => ts.isCaseClause(node) && ts.isStringLiteral(node.expression) && names.has(node.expression.text),
  ).length;
  const rows = found(
    sources,
    (node) => (ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node)) && names.has(node.name.text),
  ).length;
  return {
    name: 'event-name-uses',
    says: `event names where they must stand: ${written} written by deciders, ${cases} cases, ${rows} rows of tables`,
    value: written + cases + rows,
  };
}
