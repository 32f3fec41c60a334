import { defineEvent, type EventFrom } from '../define-event';
import { RegionCode } from '../ids';
import * as Commands from './register.commands';

export const functionalZoneEvents = [
  defineEvent('FunctionalZoneRegistered', Commands.RegisterFunctionalZone.schema.extend({ regionCode: RegionCode })),
] as const;
export type FunctionalZoneEvent = EventFrom<(typeof functionalZoneEvents)[number]>;
