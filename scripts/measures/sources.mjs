/** The source files, read and parsed once. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage', '.nx', '.git', '.data']);
/**
 * Not product source: specs and what only specs import, generated code, and migrations (written once, never edited).
 */
const NOT_SOURCE = /\.(?:spec|e2e-spec|contract|fixtures|generated)\.ts$|\/testing(?:\.ts$|\/)|\/migrations\/|\.d\.ts$/;

export const walk = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    LEFT_OUT.has(entry.name) ? [] : entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  );
export const exists = (folder) => statSync(folder, { throwIfNoEntry: false }) !== undefined;

const textsOf = (root, wanted) =>
  ['apps', 'libs']
    .map((part) => join(root, part))
    .filter(exists)
    .flatMap(walk)
    .map((file) => relative(root, file).split(sep).join('/'))
    .filter(wanted)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const readAll = (root, wanted) =>
  textsOf(root, (path) => path.endsWith('.ts') && wanted(path)).map(({ path, text }) => ({
    path,
    text,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
  }));

/**
 * Every written file with one of these endings, specs, scripts and benchmarks included; the mutations are broken on
 * purpose.
 */
export const writtenFiles = (root, endings) =>
  walk(root)
    .map((file) => relative(root, file).split(sep).join('/'))
    .filter((path) => endings.some((ending) => path.endsWith(ending)) && !path.startsWith('test/mutations/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

export const sourcesOf = (root) => readAll(root, (path) => !NOT_SOURCE.test(path));
/** Events as they lie in the log, a line each: event, version, text. */
export const storedSamplesOf = (root) => textsOf(root, (path) => path.endsWith('.events.samples.txt'));

export function visit(node, look) {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

/** `libs/domain/src/delivery/who.ts` as `domain/delivery/who`. */
export const shortPath = (path) =>
  path
    .replace(/^(?:libs|apps)\//, '')
    .replace('/src/', '/')
    .replace(/\.ts$/, '');

/** The place of a node, as `path:line`. */
export const placeOf = ({ path, tree }, node) =>
  `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;

/** Every name a file contains: identifiers and whole string literals. */
export function namesIn({ tree }) {
  const names = new Set();
  visit(tree, (node) => {
    if (ts.isIdentifier(node) || ts.isStringLiteral(node)) names.add(node.text);
  });
  return names;
}

const isMemberName = (node) => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent))
    return parent.name === node && !(ts.isCallExpression(parent.parent) && parent.parent.expression === parent);
  if (ts.isBindingElement(parent))
    return ts.isObjectBindingPattern(parent.parent) && (parent.propertyName ?? parent.name) === node;
  if (ts.isParameter(parent)) return parent.name === node && ts.isConstructorDeclaration(parent.parent);
  if (ts.isElementAccessExpression(parent)) return parent.argumentExpression === node && ts.isStringLiteral(node);
  if (ts.isLiteralTypeNode(parent)) return isPickedFrom(parent);
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isShorthandPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent)) &&
    parent.name === node
  );
};
/** `Pick<Row, 'a' | 'b'>` and `Omit` name fields. */
const isPickedFrom = (node) => {
  const holder = ts.isUnionTypeNode(node.parent) ? node.parent.parent : node.parent;
  return ts.isTypeReferenceNode(holder) && ['Pick', 'Omit'].includes(holder.typeName.getText());
};

/**
 * Every name a file uses as a field: created, read, declared, picked or destructured; and the quoted columns of its
 * SQL.
 */
export function fieldNamesIn({ tree }) {
  const names = new Set();
  visit(tree, (node) => {
    if ((ts.isIdentifier(node) || ts.isStringLiteral(node)) && isMemberName(node)) names.add(node.text);
    else if (
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node)
    )
      for (const [, word] of node.text.matchAll(/"(\w+)"/g)) names.add(word);
  });
  return names;
}
