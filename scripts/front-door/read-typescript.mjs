import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRepository } from './repository.mjs';

/** Runs a command from its TypeScript sources, such as tests that are never built, as Jest does for suites. */
export function runTypeScript(file) {
  const require = createRequire(inRepository('test/package.json'));
  const { transformSync } = require('@swc/core');
  require.extensions['.ts'] = (module, filename) =>
    module._compile(
      transformSync(readFileSync(filename, 'utf8'), {
        filename,
        configFile: inRepository('.swcrc'),
        sourceMaps: 'inline',
      }).code,
      filename,
    );
  require(inRepository(file));
}
