import { runScript } from './run-script';

interface Answer {
  readonly file: string;
  readonly verdict: 'ok' | 'not ok';
  readonly path: string;
  readonly guard?: string;
  readonly code: string;
  readonly messages: readonly { readonly guard: string; readonly message: string }[];
}

const { output } = runScript('scripts/measures/lint-mutations.mjs');
const answers = JSON.parse(output) as Answer[];
const firstLine = ({ code }: Answer) => code.split('\n').find((line) => line.trim() !== '') ?? '';

describe('the lint guards', () => {
  it.each(
    answers
      .filter(({ verdict }) => verdict === 'not ok')
      .map((answer) => [answer.guard, answer.path, firstLine(answer), answer] as const),
  )('%s: %s is refused for “%s”', (guard, _path, _line, answer) =>
    expect([...new Set(answer.messages.map((entry) => entry.guard))]).toEqual([guard]),
  );

  it.each(
    answers
      .filter(({ verdict }) => verdict === 'ok')
      .map((answer) => [answer.path, firstLine(answer), answer] as const),
  )('%s may say “%s”', (_path, _line, answer) => expect(answer.messages).toEqual([]));
});
