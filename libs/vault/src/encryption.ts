import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const AUTH_TAG_BYTES = 16;

/** Cipher text with what it takes, beside the key, to open it; both base64url. */
export interface Encrypted {
  readonly iv: string;
  readonly cipher: string;
}

/**
 * AES-256-GCM; the authentication tag is behind the cipher text. `aad` names what the text belongs to: it opens under
 * the same names only, so that nobody can put it in another's place. Texts of the first release have none.
 */
export const encrypt = (key: Buffer, plain: string, aad?: readonly string[]): Encrypted => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  if (aad) cipher.setAAD(Buffer.from(JSON.stringify(aad)));
  return {
    iv: iv.toString('base64url'),
    cipher: Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url'),
  };
};

/** @throws Error where key, names or cipher text are not those it was encrypted with */
export const decrypt = (key: Buffer, { iv, cipher }: Encrypted, aad?: readonly string[]): string => {
  const bytes = Buffer.from(cipher, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), {
    authTagLength: AUTH_TAG_BYTES,
  });
  if (aad) decipher.setAAD(Buffer.from(JSON.stringify(aad)));
  decipher.setAuthTag(bytes.subarray(-AUTH_TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(0, -AUTH_TAG_BYTES)), decipher.final()]).toString('utf8');
};
