/**
 * Lints every piece of test/mutations/lint as if it were a file of the tree (nothing is written) and prints the
 * messages of ESLint, as JSON. A piece begins with `//// not ok <path> [guard]` or `//// ok <path>`; `× N lines`
 * repeats its code.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}test/mutations/lint`;

const piecesOf = (file) =>
  readFileSync(`${folder}/${file}`, 'utf8')
    .split(/^\/\/\/\/ /m)
    .slice(1)
    .map((text) => {
      const [, verdict, path, lines = '1', guard] =
        /^(not ok|ok) (\S+)(?: × (\d+) lines)?(?: \[(.+)\])?\n/.exec(text) ?? [];
      if (!verdict || (verdict === 'not ok') !== Boolean(guard))
        throw new Error(`${file}: cannot read the piece that begins ${text.split('\n')[0]}`);
      return {
        file,
        verdict,
        path,
        guard,
        code: `${text.slice(text.indexOf('\n') + 1).trim()}\n`.repeat(Number(lines)),
      };
    });

const eslint = new ESLint({ cwd: root });
const answers = [];
for (const { code, ...piece } of readdirSync(folder).sort().flatMap(piecesOf)) {
  const [result] = await eslint.lintText(code, { filePath: root + piece.path, warnIgnored: true });
  const messages = result.messages.map(({ ruleId, message }) => ({
    guard: /\[([^\]]+)\]$/.exec(message)?.[1] ?? ruleId ?? 'fatal',
    message,
  }));
  answers.push({ ...piece, code, messages });
}
console.log(JSON.stringify(answers));
