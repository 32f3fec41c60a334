import { parseArgs } from 'node:util';

export const USAGE = `npm run tokens -- revoke SUBJECT       此人的令牌（签发方的 sub） · tokens of the person that \`sub\` names
npm run tokens -- revoke --actor TAG   此化名的，见日志 · of the person with this pseudonym, as in the log
npm run tokens -- revoke --everybody   所有人的 · of everybody
  --issued-until TIME   只收回此刻之前签发的（默认现在） · only those issued until then (ISO 8601; now by default)
收回不可撤销；一分钟后重新登录可得新令牌。要拒绝某人，请先在签发方停用其账号。
What is revoked stays revoked; a new sign-in gives a new token after a minute. To keep somebody out, disable the
account at the issuer first.`;

/** The command line cannot be understood. */
export class WrongUsage extends Error {}

/** Whose tokens, and issued until when. `actor` is null for everybody. */
export interface Revocation {
  readonly person: { readonly subject: string } | { readonly actor: string | null };
  readonly issuedUntil: Date;
}

/** @throws WrongUsage where it is not exactly one of a subject, a pseudonym or everybody, or a time that is to come */
export const readRevocation = (words: readonly string[], now: Date): Revocation => {
  const { values, positionals } = parsed(words);
  const people: readonly Revocation['person'][] = [
    ...positionals.map((subject) => ({ subject })),
    ...(values.actor === undefined ? [] : [{ actor: values.actor }]),
    ...(values.everybody ? [{ actor: null }] : []),
  ];
  if (people.length !== 1) throw new WrongUsage('Name one person, or everybody');
  const [person] = people;
  if ('actor' in person && person.actor !== null && !/^[0-9a-f]{32}$/.test(person.actor))
    throw new WrongUsage(`${person.actor} is no pseudonym: 32 hexadecimal digits`);
  return { person, issuedUntil: instantOf(values['issued-until'], now) };
};

const parsed = (words: readonly string[]) => {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        actor: { type: 'string' },
        everybody: { type: 'boolean' },
        'issued-until': { type: 'string' },
      },
    });
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
};

const instantOf = (text: string | undefined, now: Date): Date => {
  if (text === undefined) return now;
  const instant = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(instant.getTime()))
    throw new WrongUsage(`${text} is no instant: write it as 2026-11-30T08:00:00+08:00`);
  if (instant > now)
    throw new WrongUsage(`${text} is still to come: tokens would be refused that nobody has issued yet`);
  return instant;
};
