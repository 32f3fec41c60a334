import { createHash } from 'node:crypto';
import type { CommandIn, Envelope, Receipt } from '@minsheng/command-handling';
import {
  canonicalJson,
  type Actor,
  type Category,
  type CommandDefinition,
  type ProjectId,
  type SuggestionId,
} from '@minsheng/contracts';
import type { z } from 'zod';
import type { Api } from '../world/system';

/** Actor, business date, and expected stream version. */
export interface SignedRequest {
  readonly by: Actor;
  readonly on: string;
  readonly expectedVersion?: number;
}

/** What a client wants, before it has a key. */
export interface Request extends SignedRequest {
  readonly what: string;
  /** Hash of its content. */
  readonly fingerprint: string;
  send(api: Api, envelope: Envelope): Promise<Receipt>;
}

const hashOf = (content: unknown) => createHash('sha256').update(canonicalJson(content)).digest('hex');

/** A command of the contracts for one stream; its data pass the schema of the HTTP layer. */
export const decide = <C extends Category, Schema extends z.ZodType>(
  category: C,
  id: string,
  { type, schema }: CommandDefinition<string, Schema>,
  data: z.input<Schema>,
  signed: SignedRequest,
): Request => {
  // as in the command tables of the api: type and schema belong together
  const command = { type, data: schema.parse(data) } as unknown as CommandIn<C>;
  return {
    ...signed,
    what: `${type} ${id}`,
    fingerprint: hashOf([category, id, command]),
    send: ({ processor }, envelope) => processor.execute(category, id, command, envelope),
  };
};
export const merge = (id: SuggestionId, into: SuggestionId, signed: SignedRequest): Request => ({
  ...signed,
  what: `MergeSuggestion ${id} into ${into}`,
  fingerprint: hashOf([id, into]),
  send: ({ merges }, envelope) => merges.execute({ id, data: { into }, envelope, subject: signed.by.id }),
});
/** @param rater 32 hexadecimal characters */
export const rate = (id: ProjectId, rater: string, level: number, signed: SignedRequest): Request => ({
  ...signed,
  what: `RateProject ${id} by ${rater[0]}: ${level}`,
  fingerprint: hashOf([id, rater, level]),
  send: ({ ratings }, envelope) => ratings.execute({ id, data: { level }, envelope, subject: rater }),
});
/** The same key for another content: to be refused. */
export const forged = (request: Request): Request => ({
  ...request,
  what: `another content for ${request.what}`,
  fingerprint: hashOf(['another', request.fingerprint]),
});

/** The id of the n-th command with a name: a UUID, as the HTTP layer makes them. */
export const commandId = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
};
