/** What may be logged of an error. */
export interface LoggableError {
  readonly type: string;
  /** Undefined where it may quote what was sent or stored. */
  readonly message?: string;
  /** SQLSTATE, or the code of an error of Node. */
  readonly code?: string;
  readonly schema?: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  readonly stack?: string;
  readonly cause?: LoggableError;
}

const NAMES = ['code', 'schema', 'table', 'column', 'constraint'] as const;
/** Quoted, not in ASCII, or a number of five digits and more: a value, and perhaps somebody's. */
const VALUES = /"[^"]*"|“[^”]*”|`[^`]*`|(?<![\w])'[^']*'|[^\x20-\x7e]+|\d{5,}/g;
/** Errors of causes within causes that are followed. */
const DEEPEST = 4;

/** A text with its values left out. */
export const loggableText = (text: string): string => text.replace(VALUES, '…');

/**
 * An error without the values in it: no parameters or text of a statement, no detail of a row, no piece of a body. An
 * error of the server, of a parser or of a schema quotes what it refuses: of these the message is left out, too. For
 * logs: `serializers: { err: loggableError }`.
 */
export const loggableError = (error: unknown, depth = 0): LoggableError => {
  if (!(error instanceof Error)) return { type: typeof error };
  const { driverError } = error as { driverError?: unknown };
  const source = (driverError ?? error) as Record<string, unknown>;
  const cause = error.cause ?? undefined;
  return {
    type: error.constructor.name,
    ...(!quotes(error) && { message: loggableText(error.message) }),
    ...Object.fromEntries(NAMES.flatMap((name) => (isName(source[name]) ? [[name, source[name]]] : []))),
    ...(error.stack !== undefined && { stack: framesOf(error.stack) }),
    ...(cause !== undefined && depth < DEEPEST && { cause: loggableError(cause, depth + 1) }),
  };
};

const isName = (value: unknown): boolean => typeof value === 'string' && /^\w+$/.test(value);

const quotes = (error: Error): boolean =>
  error instanceof SyntaxError ||
  error.name === 'SyntaxError' ||
  'severity' in error || // of the server, as pg has it
  'driverError' in error || // the same, as TypeORM has it
  'issues' in error; // of a schema

/** The message comes before the places, and again where an error is thrown further. */
const framesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter((text) => /^\s+at /.test(text))
    .join('\n');
