/**
 * PostgreSQL's binary form of one-dimensional arrays without nulls: a header, then length and bytes of each element. The driver
 * passes a Buffer on as it is, so that nothing is quoted here and nothing is parsed by the server.
 */
const HEADER_BYTES = 20;
const [INT4, TEXT, UUID] = [23, 25, 2950];

function headed(elementType: number, count: number, bytes: number): Buffer {
  if (count === 0) return Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, elementType >> 8, elementType & 255]); // no dimensions
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + 4 * count + bytes);
  [1, 0, elementType, count, 1].forEach((word, place) => buffer.writeInt32BE(word, 4 * place)); // dimensions, nulls, type, length, first index
  return buffer;
}

export function int4Array(values: readonly number[]): Buffer {
  const buffer = headed(INT4, values.length, 4 * values.length);
  let at = HEADER_BYTES;
  for (const value of values) at = buffer.writeInt32BE(value, buffer.writeInt32BE(4, at));
  return buffer;
}

export function textArray(values: readonly string[]): Buffer {
  const buffer = headed(TEXT, values.length, values.reduce((sum, value) => sum + Buffer.byteLength(value), 0));
  let at = HEADER_BYTES;
  for (const value of values) {
    const written = buffer.write(value, at + 4);
    buffer.writeInt32BE(written, at);
    at += 4 + written;
  }
  return buffer;
}

/** `values` in lower or upper case, with hyphens. */
export function uuidArray(values: readonly string[]): Buffer {
  const buffer = headed(UUID, values.length, 16 * values.length);
  let at = HEADER_BYTES;
  for (const value of values) {
    at = buffer.writeInt32BE(16, at);
    at += buffer.write(value.replaceAll('-', ''), at, 'hex');
  }
  return buffer;
}
