import { hash } from 'node:crypto';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const BYTES_OF_A_UUID = 16;
/** The two bits that say how a UUID is made leave two of its seventeenth digit. */
const VARIANT = '89ab';

/**
 * An id that is always the same for the same name within the same namespace: a UUID of version 5, RFC 9562 section 5.5.
 * One for each event and more, so it is made by a single call of the hash.
 * @param name well-formed text: half a surrogate pair would be the same as any other
 * @param namespace a UUID
 * @throws RangeError when it is none
 */
export function derivedId(name: string, namespace: string): string {
  if (!UUID.test(namespace)) throw new RangeError(`"${namespace}" is not a UUID`);
  const seed = Buffer.allocUnsafe(BYTES_OF_A_UUID + Buffer.byteLength(name));
  seed.write(namespace.replaceAll('-', ''), 0, 'hex');
  seed.write(name, BYTES_OF_A_UUID);
  const hex = hash('sha1', seed, 'hex');
  const variant = VARIANT[parseInt(hex[16], 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
