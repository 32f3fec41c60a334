import { EventStoreSettingRefused } from '@minsheng/event-store';
import { VaultFileRefused } from '@minsheng/vault';

/** A setting is missing, unsafe or contradicts another: the message says which and what to do. */
export class SettingsRefused extends Error {}

/** Reads a part of the settings that a library knows. @throws SettingsRefused with the words of the library */
export const inTheSettings = <Part>(read: () => Part): Part => {
  try {
    return read();
  } catch (error) {
    throw error instanceof EventStoreSettingRefused || error instanceof VaultFileRefused
      ? new SettingsRefused(error.message)
      : error;
  }
};
