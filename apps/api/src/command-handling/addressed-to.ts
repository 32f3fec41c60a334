import { Command } from '@nestjs/cqrs';
import type { CommandDefinition } from '@minsheng/contracts';
import type { Envelope, Receipt } from '@minsheng/command-handling';
import type { z } from 'zod';

/** The route parameter that names a stream, and its schema. */
export interface Address<Id> {
  readonly param: string;
  readonly schema: { parse(value: unknown): Id };
  /** Of the whole installation: the domain asks for national scope instead of the region in the id. */
  readonly national?: true;
}

/** A contract command on its way, signed by whoever sent it, that is answered by something else than one receipt. */
export const answeredWith =
  <Answer>() =>
  <Id extends string, Type extends string, Schema extends z.ZodType>(
    address: Address<Id>,
    definition: CommandDefinition<Type, Schema>,
  ) =>
    class extends Command<Answer> {
      static readonly address = address;
      static readonly definition = definition;
      readonly type = definition.type;
      constructor(
        readonly id: Id,
        readonly data: z.output<Schema>,
        readonly envelope: Envelope,
        /** The issuer's name for the sender, for the vault alone. */ readonly subject: string,
      ) {
        super();
      }
    };

/** A contract command on its way to one stream. */
export const addressedTo = answeredWith<Receipt>();

/** The class of such a command, whatever it is addressed to. */
/* eslint-disable @typescript-eslint/no-explicit-any -- HTTP builds commands of every kind from checked parts */
export type CommandClass = {
  readonly address: Address<any>;
  readonly definition: CommandDefinition<string>;
  new (id: any, data: any, envelope: Envelope, subject: string): object;
};
/* eslint-enable @typescript-eslint/no-explicit-any */
