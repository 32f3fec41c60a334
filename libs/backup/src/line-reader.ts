import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { damaged, notAnExport } from './export-format';

const LINE_BREAK = 0x0a;
/** Bytes of the longest header or trailer: a header names tables and columns, not rows. */
const LONGEST_LINE = 16_000_000;

/** Reads the lines of an export in constant memory. Any fault in the bytes is reported as a damaged file. */
export class LineReader {
  private rest: Buffer = Buffer.alloc(0);

  private constructor(private readonly chunks: AsyncIterator<Buffer>) {}

  /** The caller must `close` it. */
  static open(file: string): LineReader {
    const gunzip = createGunzip();
    pipeline(createReadStream(file), gunzip, () => undefined); // the reader gets the error
    return new LineReader(gunzip[Symbol.asyncIterator]() as AsyncIterator<Buffer>);
  }

  /** One line as text, without its line break. */
  async line(): Promise<string> {
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of this.lines(1)) {
      pieces.push(piece);
      if ((length += piece.length) > LONGEST_LINE) throw notAnExport();
    }
    return Buffer.concat(pieces).toString('utf8').slice(0, -1);
  }

  /** The next lines as bytes, in chunks as they arrive: a chunk may end within a line. */
  async *lines(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0;) {
      if (this.rest.length === 0 && !(await this.more())) throw damaged('文件不完整', 'its end is missing');
      let end = 0;
      for (let at = this.rest.indexOf(LINE_BREAK); at >= 0 && left > 0; at = this.rest.indexOf(LINE_BREAK, end)) {
        end = at + 1;
        left -= 1;
      }
      const cut = left > 0 ? this.rest.length : end;
      yield this.rest.subarray(0, cut);
      this.rest = this.rest.subarray(cut);
    }
  }

  /** Only here has gzip compared its checksum. @throws BackupError EXPORT_DAMAGED when something follows */
  async expectEnd(): Promise<void> {
    if (this.rest.length > 0 || (await this.more())) throw damaged('末尾有多余内容', 'something follows its end');
  }

  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  private async more(): Promise<boolean> {
    const { done, value } = await this.chunks.next().catch((error: NodeJS.ErrnoException) => {
      throw translated(error);
    });
    if (!done) this.rest = value;
    return !done;
  }
}

function translated(error: NodeJS.ErrnoException): Error {
  if (error.code === 'Z_BUF_ERROR') return damaged('文件不完整', 'its end is missing');
  if (error.code?.startsWith('Z_'))
    return error.message === 'incorrect header check' ? notAnExport() : damaged(error.message, error.message);
  return error;
}
