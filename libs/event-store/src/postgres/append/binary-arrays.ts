/**
 * PostgreSQL's binary form of one-dimensional arrays without nulls: a header, then length and bytes of each element.
 * The driver passes a Buffer on as it is, so that nothing is quoted here and nothing is parsed by the server.
 */
const HEADER_BYTES = 20;
const [INT4, TEXT, UUID] = [23, 25, 2950];

function headed(elementType: number, count: number, bytes: number): Buffer {
  // no dimensions
  if (count === 0) return Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, elementType >> 8, elementType & 255]);
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + 4 * count + bytes);
  // dimensions, nulls, type, length, first index
  [1, 0, elementType, count, 1].forEach((word, place) => buffer.writeInt32BE(word, 4 * place));
  return buffer;
}

export function int4Array(values: readonly number[]): Buffer {
  const buffer = headed(INT4, values.length, 4 * values.length);
  let at = HEADER_BYTES;
  for (const value of values) at = buffer.writeInt32BE(value, buffer.writeInt32BE(4, at));
  return buffer;
}

export function textArray(values: readonly string[]): Buffer {
  const buffer = headed(
    TEXT,
    values.length,
    values.reduce((sum, value) => sum + Buffer.byteLength(value), 0),
  );
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
    for (const digit of DIGITS_OF_A_UUID) buffer[at++] = (digitAt(value, digit) << 4) | digitAt(value, digit + 1);
  }
  return buffer;
}

/**
 * Where the two digits of each byte begin: by hand, because there are two for every event and the hyphens keep them
 * from any decoder.
 */
const DIGITS_OF_A_UUID = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

/** Of a hexadecimal digit in either case. */
function digitAt(text: string, place: number): number {
  const code = text.charCodeAt(place);
  return (code & 15) + (code > 57 ? 9 : 0); // letters come after digits, and A is 65, a is 97
}
