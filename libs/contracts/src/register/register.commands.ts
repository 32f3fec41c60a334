import { z } from 'zod';
import { defineCommand, type CommandFrom } from '../define-command';
import { RegionCode } from '../ids';
import { Text, Title } from '../values';

/**
 * A functional zone (开发区、新区), which plans projects of its own and has no code of GB/T 2260. `parent` is the place it
 * lies in, or the whole country.
 */
export const RegisterFunctionalZone = defineCommand(
  'RegisterFunctionalZone',
  z.strictObject({ name: Title.max(60), parent: RegionCode, reason: Text }),
);

export type FunctionalZoneCommand = CommandFrom<typeof RegisterFunctionalZone>;
