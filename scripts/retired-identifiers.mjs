/**
 * Names that the code no longer uses, each with what it meant and what to call that instead. The linter refuses them
 * where they are declared, `npm run measures` counts them.
 */
import { relative, sep } from 'node:path';
import ts from 'typescript';

const table = (rows) => new Map(rows.map(([name, meant, now, within]) => [name, { meant, now, within }]));

/** Retired as a whole word of any name: `told` in `isTold`, `Told` and `TOLD_AT`. */
const words = table([
  ['anew', 'what is made a second time', 'created, rebuilt, prepareAgain'],
  ['asked', 'a request, a command, its data, a decorator', 'requested, CommandData, PendingCommand'],
  ['beside', 'a table or file next to another', 'shadow, sibling'],
  ['breath', 'a turn of the microtask queue', 'yieldMicrotasks'],
  ['caution', 'how long conflicts make a writer careful', 'ConflictBackoff'],
  ['desk', 'what a decision over several streams works with', 'DecisionContext'],
  ['follower', 'who reads the log as it grows', 'subscriber'],
  ['followers', 'who reads the log as it grows', 'subscribers'],
  ['gathering', 'requests that travel together', 'RequestBatcher'],
  ['happened', 'an event or its data', 'event, EventData, occurred'],
  ['hurried', 'how events are folded in a rebuild', 'replay'],
  ['judge', 'to make out the colour of a light', 'compute'],
  ['judged', 'computed; checked', 'computed, checked'],
  ['leased', 'held by one process for a time', 'CheckpointLease'],
  ['living', 'the table in use; a process that runs; an aggregate', 'live, running, aggregate'],
  ['owed', 'the target of a year; reports that are late', 'targetFor, required, overdue'],
  ['patience', 'how long somebody waits', 'timeout'],
  ['patient', 'who waits and tries again', 'withRetry'],
  ['patiently', 'trying again', 'withRetry'],
  ['persistently', 'trying again', 'withRetry'],
  ['said', 'what was reported; what a program wrote', 'reported, output, text'],
  ['spoken', 'a view; a message', 'view, message'],
  ['tell', 'to report', 'report, notify, describe'],
  ['tells', 'reports', 'reports'],
  ['told', 'reported, known, the data of an event, a view', 'reported, known, view'],
  ['toll', 'what one more batch costs', 'batchOverheadMs'],
]);

/** Retired as a whole name; as a part of another it means something. */
const names = table([
  ['Accepts', 'the route of a command', 'CommandRoute'],
  ['AppendOrder', 'what is to be appended', 'AppendRequest'],
  ['Circumstances', 'metadata of an event', 'EventContext'],
  ['DataOf', 'data of an event', 'EventData'],
  ['DecidedTogether', 'a command over several streams', 'MultiStreamCommand'],
  ['Delivered', 'data of an event of delivery', 'EventData'],
  ['Evaluated', 'data of an event of evaluation', 'EventData'],
  ['Follows', 'a subscription', 'Subscriber'],
  ['KnownStream', 'the cached state of a stream', 'StreamState'],
  ['KnownStreams', 'the cache of states', 'StreamStateCache'],
  ['LogPlace', 'where an event stands in the log', 'EventPosition'],
  ['OrderTogether', 'one command of several', 'BatchCommand'],
  ['Queried', 'the parameters of a query', 'Query'],
  ['Reads', 'the route of a query', 'Answers'],
  ['ReceiptTogether', 'the receipt of several commands', 'BatchReceipt'],
  ['Recorded', 'what is known of an event apart from its data', 'EventContext'],
  ['RefusedTogether', 'the refusal of several commands', 'BatchRefused'],
  ['SharedReads', 'questions sent once for all who wait', 'SingleFlight'],
  ['Signed', 'who sends a command, and how', 'Envelope'],
  ['StreamLines', 'a queue for each stream', 'StreamQueues'],
  ['WORTH_HALVING', 'how many commands fill a pipeline', 'PIPELINE_THRESHOLD'],
  ['WakeUpLine', 'the connection that hears notifications', 'WakeUpListener'],
  ['asks', 'which columns a projection needs', 'needs'],
  ['beat', 'a sign of life', 'heartbeat'],
  ['executeTogether', 'to execute on several streams at once', 'executeAtomically'],
  ['inOneGo', 'how events are folded in a rebuild', 'replay'],
  ['inOneOrder', 'by which sequence locks are acquired', 'sortedByStream'],
  ['isSpokenFor', 'a report exists for the month', 'isReportCovered'],
  ['lineAt', 'how far a schedule is at a month', 'scheduleAt'],
  ['mustWait', 'something under way has to end first', 'isBlocked'],
  ['notEnded', 'throws where a project has ended', 'assertNotEnded'],
  ['one', 'an element', 'what it is: order, indicator, row'],
  ['promiseOf', 'what is promised for a month', 'commitmentAt'],
  ['seenAgain', 'computed once more', 'recompute'],
]);

const APPENDS = /^libs\/(?:command-handling|event-store)/;
const SENDS = /^(?:apps\/projector|libs\/command-handling|libs\/event-store|test\/simulation\/oracle)/;
/** Names that keep one meaning, such as a supervision order, and are refused where they used to have another. */
const misplaced = table([
  ['Line', 'a queue; a connection', 'queue, connection', APPENDS],
  ['line', 'a queue; a connection', 'queue, connection', APPENDS],
  ['lines', 'queues; connections', 'queues, connections', APPENDS],
  ['Order', 'what is sent or appended', 'PolicyCommand, BatchCommand, AppendRequest', /^(?!.*\/delivery\/)/],
  ['order', 'what is sent or appended; a sequence', 'command, request, sequence', SENDS],
  ['orders', 'what is sent or appended', 'commands, requests', SENDS],
  ['take', 'to become the holder of a checkpoint', 'acquire', /^apps\/projector\//],
]);

const SURVEYS = /evaluat|\/voices|\/project\.outcome\.spec|one-person-one-rating/;
/** Where a retired name stays: it is stored, or clients know it. */
const kept = [
  { name: 'asked', within: SURVEYS, why: 'a stored field: how many people a survey asked' },
  { name: 'MORE_ANSWERS_THAN_ASKED', within: /./, why: 'codes are never renamed: clients act on them' },
  { name: 'owed', within: /^(?:libs\/read-models|apps\/api)\//, why: 'a field of the answers of the api' },
];
/** Migrations are written once and never edited. */
const NEVER_EDITED = /\/migrations\//;

const wordsOf = (name) => (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase());

const retirementOf = (path, name) => {
  if (kept.some((entry) => entry.name === name && entry.within.test(path))) return undefined;
  if (misplaced.get(name)?.within.test(path)) return misplaced.get(name);
  const word = wordsOf(name).find((part) => words.has(part));
  return names.get(name) ?? words.get(word);
};

/**
 * The name that a node declares: of a variable, parameter, function, type, property or member. `{ told }` and
 * `import { told }` only use what is declared elsewhere.
 */
const isDeclared = (node) => {
  const { parent } = node;
  if (parent.name !== node) return false;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return parent.propertyName !== undefined;
  if (ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent))
    return parent.propertyName !== undefined || parent.dotDotDotToken !== undefined;
  return !ts.isPropertyAccessExpression(parent) && !ts.isShorthandPropertyAssignment(parent);
};

/**
 * The retired names that a file declares; their uses go with the declaration.
 * @param {string} path from the root of the repository
 * @param {ts.SourceFile} tree
 * @returns {{ name: string, start: number, meant: string, now: string }[]}
 */
export function retiredIdentifiersIn(path, tree) {
  if (NEVER_EDITED.test(path)) return [];
  const found = [];
  const visit = (node) => {
    if ((ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) && isDeclared(node)) {
      const name = node.text.replace(/^#/, '');
      const retirement = retirementOf(path, name);
      if (retirement) found.push({ name, start: node.getStart(tree), ...retirement });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The ESLint rule. It parses with TypeScript itself, so that the measure and the linter find the same. */
export const retiredIdentifiers = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { retired: '`{{name}}` is retired here: it meant {{meant}}. Now: {{now}}' },
  },
  create: ({ cwd, filename, sourceCode, report }) => ({
    Program() {
      const path = relative(cwd, filename).split(sep).join('/');
      const tree = ts.createSourceFile(path, sourceCode.text, ts.ScriptTarget.Latest, true);
      for (const { name, start, meant, now } of retiredIdentifiersIn(path, tree))
        report({ loc: sourceCode.getLocFromIndex(start), messageId: 'retired', data: { name, meant, now } });
    },
  }),
};
