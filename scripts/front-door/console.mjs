/** Progress on the terminal: one line per step, with a spinner on a terminal. */

const FRAMES = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const CLEAR = '\r\x1b[K';
/** Without a terminal, milliseconds between signs of life of a long step. */
const SIGN_OF_LIFE = 15_000;

// Closing the other end of our pipe (`| head`) must not stop the system.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });

/** An error that the user can act on: printed without a stack. */
export class Problem extends Error {}

const isTerminal = () => Boolean(process.stdout.isTTY) && process.env.TERM !== 'dumb';
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

export const say = (text) => console.log(text);

/**
 * Runs `work` under a line that shows the step and its duration. `work` gets `note(text)` for messages on a line of
 * their own.
 * @template T
 * @param {string} text Chinese · English
 * @param {(note: (text: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(text, work) {
  const begin = Date.now();
  const terminal = isTerminal();
  let frame = 0;
  const draw = () => process.stdout.write(`${CLEAR}${FRAMES[frame++ % FRAMES.length]} ${text} ${seconds(begin)}`);
  if (!terminal) say(`… ${text}`);
  const timer = terminal ? setInterval(draw, 100) : setInterval(() => say(`… ${text} ${seconds(begin)}`), SIGN_OF_LIFE);
  const clear = () => terminal && process.stdout.write(CLEAR);
  const note = (line) => {
    clear();
    say(`  · ${line}`);
  };
  try {
    const result = await work(note);
    clear();
    say(`✓ ${text} ${seconds(begin)}`);
    return result;
  } catch (error) {
    clear();
    say(`✗ ${text} ${seconds(begin)}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

const MACHINE = {
  EACCES: '没有权限，是否由另一用户创建？ · no permission: made by another user?',
  EPERM: '没有权限，是否由另一用户创建？ · no permission: made by another user?',
  EROFS: '文件系统只读 · the file system is read-only',
  ENOSPC: '磁盘已满 · the disk is full',
};

/** Prints an error: a sentence for known problems, the stack for bugs. */
export function complain(error) {
  const known = error instanceof Problem || ['LocalSystemError', 'BackupError'].includes(error?.name);
  const machine = MACHINE[error?.code];
  if (known) console.error(`\n${error.message}`);
  else if (machine) console.error(`\n${error.path ?? ''} ${machine}\n${error.message}`);
  else console.error(error);
}
