import type { Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RegionCode, RegisterCommands, type FunctionalZoneCommand } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { decidesOn } from '../command-handling/decides-on';

export class RegisterFunctionalZone extends addressedTo(
  { param: 'regionCode', schema: RegionCode, national: true },
  RegisterCommands.RegisterFunctionalZone,
) {}
@CommandHandler(RegisterFunctionalZone)
export class RegisterFunctionalZoneHandler extends decidesOn('functional-zone') {}

export const registerHandlers = {
  RegisterFunctionalZone: RegisterFunctionalZoneHandler,
} satisfies Record<FunctionalZoneCommand['type'], Type<ICommandHandler>>;
