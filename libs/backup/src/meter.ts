import { createHash } from 'node:crypto';

/** Progress of a transfer. */
export interface Progress {
  /** "es.events" */
  readonly table: string;
  readonly rows: number;
  readonly of: number;
}

export type OnProgress = (progress: Progress) => void;

const LINE_BREAK = 0x0a;

/** Counts and hashes the lines of one table as they pass. */
export class Meter {
  rows = 0;
  private readonly hash = createHash('sha256');

  constructor(
    private readonly table: string,
    private readonly of: number,
    private readonly report: OnProgress = () => undefined,
  ) {}

  async *watch(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.hash.update(chunk);
      for (let at = chunk.indexOf(LINE_BREAK); at >= 0; at = chunk.indexOf(LINE_BREAK, at + 1)) this.rows += 1;
      this.report({ table: this.table, rows: this.rows, of: this.of });
      yield chunk;
    }
  }

  /** To be called once, at the end. */
  reading(): { table: string; rows: number; sha256: string } {
    return { table: this.table, rows: this.rows, sha256: this.hash.digest('hex') };
  }
}

/** SHA-256 in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
