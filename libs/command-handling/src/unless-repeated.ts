import type { CommandProcessor } from './command-processor';
import type { Envelope, Receipt } from './envelope';

/**
 * The original receipt of a repeated command, else what `work` answers. For handlers that look at something beside
 * the command's own stream, or write to the vault, before they decide: a repeat must neither be refused for what
 * changed since nor store anything.
 * @throws CommandKeyReused
 */
export const unlessRepeated = async (
  processor: Pick<CommandProcessor, 'earlier'>,
  id: string,
  envelope: Envelope,
  work: () => Promise<Receipt>,
): Promise<Receipt> => (await processor.earlier(id, envelope)) ?? work();
