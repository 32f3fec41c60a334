import { z } from 'zod';

const plainDecimal = /^-?(0|[1-9]\d{0,17})(\.\d{1,6})?$/;
const canonicalDecimal = (text: string) =>
  (text.includes('.') ? text.replace(/\.?0+$/, '') : text).replace(/^-0$/, '0');

/**
 * An exact amount as a decimal string, up to 18 digits before and 6 behind the point; JSON numbers are taken too. The
 * unit stands beside it.
 */
export const Quantity = z
  .union([
    z
      .number()
      .refine((number) => Math.abs(number) <= Number.MAX_SAFE_INTEGER, 'too large for a JSON number: send it as text')
      .transform(String),
    z.string(),
  ])
  .pipe(z.string().regex(plainDecimal, 'a plain decimal number'))
  .transform(canonicalDecimal);
export type Quantity = string;

/** Business date, `2019-03-28`. */
export const On = z.iso.date();

/**
 * Beside a due day that was counted through a year whose official notice on holidays was missing: the day stands, and
 * may be moved.
 */
export const provisionalDay = { dueOnProvisional: z.literal(true).optional() };

/** Short text on one line. */
export const Title = z.string().trim().min(1).max(200);
/** Text of a few paragraphs, written by staff: it is public, so it holds no personal data. */
export const Text = z.string().trim().min(1).max(2000);
/** Why a recorded figure is put right, and the document that says so. */
export const Correction = z.strictObject({ reason: Text, documentNo: Title });
export type Correction = z.infer<typeof Correction>;

/**
 * Personal data or free words of a person, encrypted with that person's key. Erasing the key makes it unreadable for
 * ever.
 */
export const Sealed = z.strictObject({ person: z.uuid(), iv: z.string().max(24), cipher: z.string().max(20_000) });
export type Sealed = z.infer<typeof Sealed>;

/**
 * The thirteen domains of the Zhenjiang CPPCC document 2023 (handbook domain.md section 10), and 其他. Kept per list
 * year.
 */
export const Domain = z.enum([
  '幼有所育',
  '学有所教',
  '劳有所得',
  '病有所医',
  '老有所养',
  '逝有所安',
  '住有所居',
  '弱有所扶',
  '行有所畅',
  '环境友好',
  '优军服务保障',
  '文体服务保障',
  '公共安全保障',
  '其他',
]);
export type Domain = z.infer<typeof Domain>;

/** What proves a statement: its kind, a caption, and the SHA-256 of the file where there is one. */
export const Evidence = z.strictObject({
  kind: z.enum(['photo', 'document', 'certificate']),
  caption: Title,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
