export const millionths = (text: string): bigint => {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!;
  const size = BigInt(whole + fraction.padEnd(6, '0'));
  return sign ? -size : size;
};
/** A percentage as a pair, `hundredfold / whole`; never rounded. */
export type Share = readonly [hundredfold: bigint, whole: bigint];
export const NONE: Share = [0n, 1n];
export const ALL: Share = [100n, 1n];
export const shareOf = (part: bigint, whole: bigint): Share => [100n * part, whole];
/** Above zero where the first is greater. */
export const over = ([a, b]: Share, [c, d]: Share): bigint => a * d - c * b;
const side = (difference: bigint): number => (difference > 0n ? 1 : difference < 0n ? -1 : 0);
/** As few decimals, one at least, as leave a share on its side of every limit; the half goes up. */
export const printed = (share: Share, ...limits: number[]): string => {
  const [n, d] = share;
  for (let decimals = 1, ten = 10n; ; decimals += 1, ten *= 10n) {
    const digits = (2n * n * ten + d) / (2n * d);
    const stays = limits.every(
      (limit) => side(over([digits, ten], [BigInt(limit), 1n])) === side(over(share, [BigInt(limit), 1n])),
    );
    if (!stays) continue;
    const [whole, rest] = [
      digits / ten,
      String(digits % ten)
        .padStart(decimals, '0')
        .replace(/0+$/, ''),
    ];
    return rest ? `${whole}.${rest}` : String(whole);
  }
};
export const monthNo = (date: string): number => (Number(date.slice(0, 4)) - 2019) * 12 + Number(date.slice(5, 7));
