import { Controller, Inject, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { COMMAND_HANDLER_METADATA } from '@nestjs/cqrs/dist/decorators/constants';
import { ApiTags } from '@nestjs/swagger';
import type { CommandClass } from '../command-handling/addressed-to';
import { AuditOf, type Audit } from '../security-log/audit.param';
import { Command } from './command.param';
import { TakesCommand } from './command-route';

/** A controller with the route of every command that these handlers handle. */
export const takesCommands = (tag: string, handlers: readonly Type[]): Type => {
  @ApiTags(tag)
  @Controller()
  class CommandsController {
    constructor(@Inject(CommandBus) readonly bus: CommandBus) {}
  }
  for (const handler of handlers) {
    const command: CommandClass = Reflect.getMetadata(COMMAND_HANDLER_METADATA, handler);
    const { type } = command.route.command;
    Object.defineProperty(CommandsController.prototype, type, {
      async value(this: CommandsController, sent: { readonly id: string }, audit: Audit) {
        if (command.recordedAs) await audit(command.recordedAs, sent.id);
        return this.bus.execute(sent);
      },
    });
    Command()(CommandsController.prototype, type, 0);
    AuditOf()(CommandsController.prototype, type, 1);
    TakesCommand(command)(
      CommandsController.prototype,
      type,
      Object.getOwnPropertyDescriptor(CommandsController.prototype, type)!,
    );
  }
  return CommandsController;
};
