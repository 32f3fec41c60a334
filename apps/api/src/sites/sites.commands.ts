import { Inject, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { sitesRoutes, type SitesCommand } from '@minsheng/contracts';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { assertSitesBelong } from '@minsheng/domain';
import { addressedTo } from '../command-handling/addressed-to';

export class RegisterSites extends addressedTo(sitesRoutes.RegisterSites) {}
export class UpdateSites extends addressedTo(sitesRoutes.UpdateSites) {}

/** Sites look at a second stream: the project must be delivered, and the teller take part in it. */
abstract class DecidesSites {
  constructor(@Inject(CommandProcessor) readonly processor: CommandProcessor) {}

  execute({ id, type, data, envelope }: RegisterSites | UpdateSites): Promise<Receipt> {
    return unlessRepeated(this.processor, id, envelope, async () => {
      const command = { type, data } as SitesCommand;
      const { state: delivery } = await this.processor.load('delivery', id);
      assertSitesBelong(delivery, envelope.actor, command);
      return this.processor.execute('sites', id, command, envelope);
    });
  }
}
@CommandHandler(RegisterSites)
export class RegisterSitesHandler extends DecidesSites {}
@CommandHandler(UpdateSites)
export class UpdateSitesHandler extends DecidesSites {}

export const sitesHandlers = { RegisterSites: RegisterSitesHandler, UpdateSites: UpdateSitesHandler } satisfies Record<
  SitesCommand['type'],
  Type<ICommandHandler>
>;
