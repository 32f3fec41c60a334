/** What the contracts define, read from their source: the events, the commands, and the fields of the events. */
import { posix } from 'node:path';
import ts from 'typescript';
import { visit } from './sources.mjs';

const calledAs = (node, name) =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name;
const definitions = (sources, suffix, define) =>
  sources
    .filter(({ path }) => path.startsWith('libs/contracts/src/') && path.endsWith(suffix))
    .flatMap((source) => {
      const found = [];
      visit(source.tree, (node) => {
        if (calledAs(node, define) && ts.isStringLiteral(node.arguments[0]))
          found.push({ name: node.arguments[0].text, source, shape: node.arguments[1], call: node });
      });
      return found;
    });

export const eventsOf = (sources) => definitions(sources, '.events.ts', 'defineEvent');
export const commandsOf = (sources) => definitions(sources, '.commands.ts', 'defineCommand');

export const featureOf = ({ path }) => /^(?:apps|libs)\/[^/]+\/src\/([^/]+)\//.exec(path)?.[1];

/** zod methods whose object argument names fields; other objects are options. */
const NAMES_FIELDS = new Set(['object', 'strictObject', 'looseObject', 'extend', 'safeExtend']);

/** The field names of a feature's events, nested ones included, following names through the contracts' files. */
export function fieldsOf(sources, feature) {
  const files = new Map(
    sources
      .filter(({ path }) => path.startsWith('libs/contracts/src/'))
      .map((source) => [source.path.replace(/\.ts$/, ''), scopeOf(source)]),
  );
  const fields = new Set();
  const seen = new Set();

  const follow = (scope, name) => {
    const imported = scope.imports.get(name);
    const target = imported ? files.get(imported.file) : scope;
    const node = target?.consts.get(imported ? imported.name : name);
    if (node && !seen.has(node)) {
      seen.add(node);
      collect(target, node, true);
    }
  };
  const collect = (scope, node, naming) => {
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isTypeNode(node)) return;
    if (
      ts.isPropertyAccessExpression(node) &&
      ts.isIdentifier(node.expression) &&
      scope.namespaces.has(node.expression.text)
    ) {
      const target = files.get(scope.namespaces.get(node.expression.text));
      if (target) follow(target, node.name.text);
      return;
    }
    if (ts.isIdentifier(node)) return follow(scope, node.text);
    if (ts.isPropertyAccessExpression(node)) return collect(scope, node.expression, naming);
    if (ts.isCallExpression(node)) {
      const method = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : '';
      collect(scope, node.expression, naming);
      for (const argument of node.arguments)
        collect(scope, argument, NAMES_FIELDS.has(method) || !ts.isPropertyAccessExpression(node.expression));
      return;
    }
    if (ts.isObjectLiteralExpression(node)) {
      for (const property of node.properties) {
        if (naming && property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)))
          fields.add(property.name.text);
        if (ts.isPropertyAssignment(property)) collect(scope, property.initializer, true);
        else if (ts.isShorthandPropertyAssignment(property)) follow(scope, property.name.text);
        else if (ts.isSpreadAssignment(property)) collect(scope, property.expression, naming);
      }
      return;
    }
    ts.forEachChild(node, (child) => collect(scope, child, naming));
  };
  for (const { source, call } of eventsOf(sources).filter((event) => featureOf(event.source) === feature)) {
    const chain = [];
    for (
      let node = call;
      ts.isPropertyAccessExpression(node.parent) && ts.isCallExpression(node.parent.parent);
      node = node.parent.parent
    )
      chain.push(...node.parent.parent.arguments);
    for (const shape of [...call.arguments, ...chain])
      collect(files.get(source.path.replace(/\.ts$/, '')), shape, true);
  }
  return [...fields].sort();
}

/** The names of one file: its own constants and where the imported ones come from. */
export function scopeOf({ path, tree }) {
  const consts = new Map(),
    imports = new Map(),
    namespaces = new Map();
  for (const statement of tree.statements) {
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && initializer) consts.set(name.text, initializer);
    if (ts.isFunctionDeclaration(statement) && statement.name) consts.set(statement.name.text, statement);
    if (ts.isImportDeclaration(statement) && statement.moduleSpecifier.text.startsWith('.')) {
      const file = posix.join(posix.dirname(path), statement.moduleSpecifier.text);
      const bindings = statement.importClause?.namedBindings;
      if (bindings && ts.isNamespaceImport(bindings)) namespaces.set(bindings.name.text, file);
      else
        for (const { name, propertyName } of bindings?.elements ?? [])
          imports.set(name.text, { file, name: (propertyName ?? name).text });
    }
  }
  return { tree, consts, imports, namespaces };
}
