import type { CustomTypesConfig } from 'pg';

/** Leaves every value as the server's text. Given per query: the driver's global parsers belong to no library. */
export const rawText: CustomTypesConfig = { getTypeParser: () => (value: string) => value } as CustomTypesConfig;
