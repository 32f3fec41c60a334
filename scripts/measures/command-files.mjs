/**
 * The number of source files that one command touches. A command that has an event of its own counts with it: which
 * events a command may lead to is read from the deciders, through the functions that they use.
 */
import ts from 'typescript';
import { commandsOf, eventsOf, scopeOf } from './contracts.mjs';
import { namesIn, shortPath, visit } from './sources.mjs';

/** Senders of a command are not part of it (policies), and hand-written handlers are exceptions: counted separately. */
const SENDS = /\.policy\.ts$/;
const HAND_WRITTEN = /\.handlers?\.ts$/;
/** Shapes that are frozen, and a client over HTTP: neither is touched by a new command. */
const NOT_TOUCHED = /^(?:libs\/contracts\/src\/first-shapes|apps\/rehearsal)\//;

/** The statements of a case, or of the next one that has some. */
const statementsOf = (clause) => {
  const { clauses } = clause.parent;
  return clauses.slice(clauses.indexOf(clause)).find(({ statements }) => statements.length > 0)?.statements ?? [];
};
/** A place where a command is decided: the row of a table, a case, or what follows `command.type === '…'`. */
const decisionIn = (node, commands) => {
  const place = (command, body) => (commands.has(command) ? { command, body } : undefined);
  if (ts.isPropertyAssignment(node)) return place(node.name.text, [node.initializer]);
  if (ts.isMethodDeclaration(node)) return place(node.name.text, [node]);
  if (ts.isCaseClause(node)) return place(node.expression.text, statementsOf(node));
  if (ts.isIfStatement(node) && ts.isBinaryExpression(node.expression))
    return place(node.expression.right.text, [node.thenStatement]);
  return undefined;
};

/** `{ type: 'OrderIssued', … }`, also `{ type: again ? 'MonthClosedAgain' : 'MonthClosed', … }` */
const isWritten = (node, events) => {
  if (!ts.isStringLiteral(node) || !events.has(node.text)) return false;
  let { parent } = node;
  while (ts.isConditionalExpression(parent) || ts.isAsExpression(parent)) ({ parent } = parent);
  return ts.isPropertyAssignment(parent) && parent.name.getText() === 'type';
};

/** The events that each command may lead to. */
function eventsByCommand(sources) {
  const [commands, events] = [commandsOf, eventsOf].map((of) => new Set(of(sources).map(({ name }) => name)));
  const domain = sources.filter(({ path }) => path.startsWith('libs/domain/src/') && !SENDS.test(path));
  const scopes = new Map(domain.map((source) => [source.path.replace(/\.ts$/, ''), scopeOf(source)]));
  /** What a name of a file stands for: a function or a table of that file, or of the file that it imports. */
  const resolved = (scope, name) => {
    const imported = scope.imports.get(name);
    const home = imported ? scopes.get(imported.file) : scope;
    const body = home?.consts.get(imported ? imported.name : name);
    return body && { scope: home, body };
  };
  const written = (scope, start, seen) => {
    const found = [];
    visit(start, (node) => {
      if (isWritten(node, events)) found.push(node.text);
      const used = ts.isIdentifier(node) && resolved(scope, node.text);
      if (!used || seen.has(used.body)) return;
      seen.add(used.body);
      found.push(...written(used.scope, used.body, seen));
    });
    return found;
  };
  const byCommand = new Map([...commands].map((command) => [command, new Set()]));
  for (const scope of scopes.values())
    visit(scope.tree, (node) => {
      const { command, body } = decisionIn(node, commands) ?? {};
      for (const statement of body ?? [])
        for (const event of written(scope, statement, new Set())) byCommand.get(command).add(event);
    });
  return byCommand;
}

const described = ({ names, files }) => `${names.join(' + ')}: ${files.length} (${files.map(shortPath).join(', ')})`;

export function filesPerCommand(sources) {
  const byCommand = eventsByCommand(sources);
  const leads = [...byCommand.values()].flatMap((events) => [...events]);
  const isOwn = (event) => leads.filter((other) => other === event).length === 1;
  const files = sources
    .filter(({ path }) => ![SENDS, HAND_WRITTEN, NOT_TOUCHED].some((pattern) => pattern.test(path)))
    .map((source) => ({ path: source.path, names: namesIn(source) }));
  const counted = [...byCommand]
    .flatMap(([command, events]) => {
      const own = [...events].filter(isOwn);
      return own.length === 0 ? [[command]] : own.map((event) => [command, event]);
    })
    .map((names) => ({
      names,
      files: files.filter((file) => names.some((name) => file.names.has(name))).map(({ path }) => path),
    }))
    .sort((a, b) => b.files.length - a.files.length);
  const measured = (name, says, bar, those) => ({
    name,
    says: `${says}, max of ${those.length}`,
    value: those[0]?.files.length ?? 0,
    bar,
    worst: those.slice(0, 3).map(described),
  });
  const handWritten = sources.filter(({ path }) => HAND_WRITTEN.test(path)).map(({ path }) => path);
  return [
    measured(
      'command-files-with-event',
      'source files that name a command or the event of its own',
      10,
      counted.filter(({ names }) => names.length > 1),
    ),
    measured(
      'command-files',
      'source files that name a command without an event of its own',
      5,
      counted.filter(({ names }) => names.length === 1),
    ),
    {
      name: 'hand-written-handlers',
      says: 'hand-written handlers: commands that need more than their stream',
      value: handWritten.length,
      worst: handWritten,
    },
  ];
}
