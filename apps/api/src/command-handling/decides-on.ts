import { Inject, Injectable } from '@nestjs/common';
import type { Category } from '@minsheng/contracts';
import { CommandProcessor, type CommandIn, type Envelope, type Receipt } from '@minsheng/command-handling';

/** The one handler body of the house: load, decide, append on the category's stream. Named once per command. */
export const decidesOn = <C extends Category>(category: C) => {
  @Injectable()
  abstract class DecidingHandler {
    // no `implements ICommandHandler` here: TS2422 on a generic base; the command tables check it
    @Inject(CommandProcessor) readonly processor!: CommandProcessor;

    execute({
      id,
      type,
      data,
      envelope,
    }: {
      readonly id: string;
      readonly type: string;
      readonly data: unknown;
      readonly envelope: Envelope;
    }): Promise<Receipt> {
      return this.processor.execute(category, id, { type, data } as CommandIn<C>, envelope);
    }
  }
  return DecidingHandler;
};
