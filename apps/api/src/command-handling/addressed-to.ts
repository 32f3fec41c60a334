import { Command } from '@nestjs/cqrs';
import { pathIds, type CommandRoute, type PathId } from '@minsheng/contracts';
import type { Envelope, Receipt } from '@minsheng/command-handling';
import type { z } from 'zod';
import type { SecurityEventType } from '../security-log/security-log';

/** A contract command on its way, signed by whoever sent it, that is answered by something else than one receipt. */
export const answeredWith =
  <Answer>() =>
  <Id extends PathId, Type extends string, Schema extends z.ZodType>(route: CommandRoute<Id, Type, Schema>) =>
    class extends Command<Answer> {
      static readonly route = route;
      readonly type = route.command.type;
      constructor(
        readonly id: z.output<(typeof pathIds)[Id]>,
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
  readonly route: CommandRoute;
  /** Its line in the security log, written before it is handled: what cannot be recorded is not done. */
  readonly recordedAs?: SecurityEventType;
  new (id: any, data: any, envelope: Envelope, subject: string): object;
};
/* eslint-enable @typescript-eslint/no-explicit-any */
