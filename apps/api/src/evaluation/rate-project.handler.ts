import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { assertRatable } from '@minsheng/domain';
import { Vault } from '@minsheng/vault';
import { RateProject } from './evaluation.commands';

/**
 * One person, one project, one stream, one rating in each round: the window is asked of the evaluation, uniqueness is
 * the stream's own.
 */
@CommandHandler(RateProject)
export class RateProjectHandler implements ICommandHandler<RateProject> {
  constructor(
    @Inject(CommandProcessor) private readonly processor: CommandProcessor,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  async execute({ id: projectId, data: { level, comment }, envelope, subject }: RateProject): Promise<Receipt> {
    const raterTag = this.vault.personTag(projectId, subject);
    const receipt = await unlessRepeated(this.processor, `${projectId}-${raterTag}`, envelope, async () => {
      const { state } = await this.processor.load('evaluation', projectId);
      const { round, rules, rectifications } = assertRatable(state, envelope.on);
      // The actor's pseudonym would join a person's ratings across projects; here the rater's tag stands in its place.
      const signed = { ...envelope, actor: { id: raterTag, role: envelope.actor.role } };
      const data = {
        raterTag,
        round,
        repairs: rectifications[raterTag]?.repairs ?? 0,
        level,
        badLevel: rules.badLevel,
        ...(comment && { comment: await this.vault.seal(subject, projectId, { comment }) }),
      };
      return this.processor.execute(
        'rating',
        `${projectId}-${raterTag}`,
        { type: 'RecordRating', data },
        signed,
        projectId,
      );
    });
    return { ...receipt, id: projectId }; // the stream is named after the rater's tag
  }
}
