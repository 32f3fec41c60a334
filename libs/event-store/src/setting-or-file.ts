import { readFileSync } from 'node:fs';

/** A setting by its name, or the content of the file that `<NAME>_FILE` names, as secrets are handed over. */
export const settingOrFile = (environment: NodeJS.ProcessEnv, name: string): string | undefined => {
  const file = environment[`${name}_FILE`];
  return environment[name] || (file ? readFileSync(file, 'utf8').trim() : undefined);
};
