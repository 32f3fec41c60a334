/** A setting is missing, unsafe or contradicts another: the message says which and what to do. */
export class SettingsRefused extends Error {}
