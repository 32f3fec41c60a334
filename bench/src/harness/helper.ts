import path from 'node:path';

/** The tasks of a helper process. Input and output cross the process boundary as JSON. */
export interface Helper {
  readonly tasks: Readonly<Record<string, (input: never) => Promise<unknown>>>;
  close(): Promise<void>;
}
export interface Question {
  readonly id: number;
  readonly task: string;
  readonly input: unknown;
}
export type Answer =
  { readonly id: number; readonly result: unknown } | { readonly id: number; readonly error: string };

/** The main file of a helper process: opens the module named on its command line and runs its parent's requests. */
async function serve(module: string, options: unknown): Promise<void> {
  const { open } = (await import(path.join(__dirname, '..', module))) as { open(options: unknown): Promise<Helper> };
  const helper = await open(options);
  process.on('message', async ({ id, task, input }: Question) => {
    const answer: Answer = await Promise.resolve()
      .then(() => helper.tasks[task](input as never))
      .then(
        (result) => ({ id, result }),
        (error: Error) => ({ id, error: error.stack ?? String(error) }),
      );
    process.send!(answer);
  });
  // also when the parent was killed
  process.once('disconnect', () => void helper.close().finally(() => process.exit(0)));
  process.send!({ id: 0, result: 'open' } satisfies Answer);
}

if (require.main === module) {
  serve(process.argv[2], JSON.parse(process.argv[3])).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}
