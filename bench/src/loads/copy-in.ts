import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Lines per chunk: a chunk per line would measure Node's streams, not the server. */
const PIECE = 500;

export const copyIn = (client: Client, target: string, lines: Iterable<string>): Promise<void> =>
  pipeline(Readable.from(inPieces(lines)), client.query(copyFrom(`copy ${target} from stdin`)));

function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  for (const line of lines) {
    piece.push(line);
    if (piece.length === PIECE) {
      yield piece.join('');
      piece = [];
    }
  }
  if (piece.length > 0) yield piece.join('');
}
