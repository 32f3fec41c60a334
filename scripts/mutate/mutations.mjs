/** Where a source file can be mutated, and how: each place with its mutations, in the order of the text. */
import ts from 'typescript';

const { SyntaxKind } = ts;
const OPERATORS = new Map([
  [SyntaxKind.LessThanToken, ['<=', '>=']],
  [SyntaxKind.LessThanEqualsToken, ['<', '>']],
  [SyntaxKind.GreaterThanToken, ['>=', '<=']],
  [SyntaxKind.GreaterThanEqualsToken, ['>', '<']],
  [SyntaxKind.EqualsEqualsEqualsToken, ['!==']],
  [SyntaxKind.ExclamationEqualsEqualsToken, ['===']],
  [SyntaxKind.AmpersandAmpersandToken, ['||']],
  [SyntaxKind.BarBarToken, ['&&']],
  [SyntaxKind.PlusToken, ['-']],
  [SyntaxKind.MinusToken, ['+']],
  [SyntaxKind.AsteriskToken, ['/']],
  [SyntaxKind.SlashToken, ['*']],
  [SyntaxKind.PercentToken, ['*']],
  [SyntaxKind.PlusEqualsToken, ['-=']],
  [SyntaxKind.MinusEqualsToken, ['+=']],
]);
const COUNTERS = new Map([
  [SyntaxKind.PlusPlusToken, '--'],
  [SyntaxKind.MinusMinusToken, '++'],
]);
const METHODS = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['find', 'findLast'],
  ['findLast', 'find'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
]);
/** Calls that may be left out: what they are called on has the same type. */
const DROPPED = new Set(['filter', 'sort', 'toSorted', 'reverse', 'toReversed', 'slice', 'trim', 'toLowerCase']);
/** `REPORT_MISSING`: the code of a refusal or an error. */
const CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
const STATEMENTS = new Set([
  SyntaxKind.CallExpression,
  SyntaxKind.AwaitExpression,
  SyntaxKind.BinaryExpression,
  SyntaxKind.DeleteExpression,
]);
/** Whether something is logged is no behaviour that a suite has to see. */
const LOGS = /^(?:void |await )?(?:this\.)?(?:log|logger|console)\.\w+\(/;

const isLeftOut = (node) =>
  ts.isTypeNode(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node);

const isName = (node) => node.parent.name === node;

/** @returns {{ start: number, end: number, text: string, shown?: ts.Node }[]} `shown` if the part says little */
function mutationsOf(node, tree, codes) {
  const put = (target, text, shown = target) => ({ start: target.getStart(tree), end: target.getEnd(), text, shown });
  const cut = (after) => ({ start: after.getEnd(), end: node.getEnd(), text: '', shown: node });
  const either = (condition) => [put(condition, 'true'), put(condition, 'false')];

  if (ts.isBinaryExpression(node)) {
    const { left, operatorToken } = node;
    if (operatorToken.kind === SyntaxKind.QuestionQuestionToken) return [cut(left)];
    return (OPERATORS.get(operatorToken.kind) ?? []).map((operator) => put(operatorToken, operator, node));
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const operand = node.operand.getText(tree);
    const other = COUNTERS.get(node.operator);
    if (node.operator === SyntaxKind.ExclamationToken) return [put(node, operand)];
    if (other) return [put(node, ts.isPrefixUnaryExpression(node) ? other + operand : operand + other)];
  }
  if (node.kind === SyntaxKind.TrueKeyword) return [put(node, 'false', node.parent)];
  if (node.kind === SyntaxKind.FalseKeyword) return [put(node, 'true', node.parent)];
  if (ts.isNumericLiteral(node) && !isName(node))
    return [Number(node.text) + 1, Number(node.text) - 1].map((value) =>
      put(node, value < 0 ? `(${value})` : String(value), node.parent),
    );
  if (ts.isBigIntLiteral(node)) return [put(node, `${BigInt(node.text.replace(/n$/, '')) + 1n}n`, node.parent)];
  if (ts.isStringLiteral(node) && CODE.test(node.text) && !isName(node) && codes.length > 1)
    return [put(node, `'${codes[(codes.indexOf(node.text) + 1) % codes.length]}'`)];
  if (ts.isIfStatement(node)) return either(node.expression);
  if (ts.isConditionalExpression(node)) return either(node.condition);
  if (ts.isWhileStatement(node)) return [put(node.expression, 'false')];
  if (ts.isThrowStatement(node)) return [put(node, ';')];
  if (ts.isExpressionStatement(node) && STATEMENTS.has(node.expression.kind) && !LOGS.test(node.getText(tree)))
    return [put(node, ';')];
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    if (METHODS.has(name.text)) return [put(name, METHODS.get(name.text), node)];
    if (DROPPED.has(name.text)) return [cut(expression)];
  }
  return [];
}

const shortened = (text) => {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > 56 ? `${words.slice(0, 55)}…` : words;
};

/**
 * The places of a file and what can be done to each.
 * @param {string} path
 * @param {string} text
 * @returns {{ path: string, line: number, mutations: { start: number, end: number, text: string, says: string }[] }[]}
 */
export function placesIn(path, text) {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const codes = [...new Set([...text.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g)].map(([, code]) => code))].sort();
  const places = [];
  const visit = (node) => {
    if (isLeftOut(node)) return;
    const mutations = mutationsOf(node, tree, codes).map(({ shown, ...mutation }) => {
      const { start, end } = mutation;
      const within = (from, to) => {
        const after = text.slice(from, start) + mutation.text + text.slice(end, to);
        return [shortened(text.slice(from, to)), shortened(after)];
      };
      const [before, after] = within(shown.getStart(tree), shown.getEnd());
      return { ...mutation, says: (before === after ? within(start, end) : [before, after]).join(' → ') };
    });
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    if (mutations.length > 0) places.push({ path, line, mutations });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return places;
}

export const applied = (text, { start, end, text: replacement }) =>
  text.slice(0, start) + replacement + text.slice(end);
