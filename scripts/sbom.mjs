// npm run sbom -- FILE: writes what a deployment consists of as CycloneDX, from the lock file
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { complain, Problem, say } from './front-door/console.mjs';
import { requireNode } from './front-door/node-version.mjs';
import { asTyped, inRepository, REPOSITORY } from './front-door/repository.mjs';

const USAGE = 'npm run sbom -- FILE   写出软件物料清单（CycloneDX） · writes the bill of materials (CycloneDX)';
/** Not with `--omit dev`: npm 11 then leaves out what both a tool and the product need. */
const NPM = 'sbom --sbom-format cyclonedx --sbom-type application --package-lock-only'.split(' ');

requireNode();
try {
  const [file, ...more] = process.argv.slice(2);
  if (['--help', '-h', 'help'].includes(file)) say(USAGE);
  else if (!file || more.length > 0) throw new Problem(USAGE);
  else write(asTyped(file));
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

function write(file) {
  const { status, stdout, stderr } = spawnSync('npm', NPM, { cwd: REPOSITORY, encoding: 'utf8', maxBuffer: 2 ** 27 });
  if (status !== 0) throw new Problem(`npm sbom：${stderr}`);
  const bill = withoutTools(JSON.parse(stdout));
  const { name } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8'));
  bill.metadata.component.name = name; // npm takes the folder's
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  say(`${file}：${bill.components.length} 个组件 · components`);
}

/** Tests, linters and benchmarks are not deployed. */
function withoutTools({ components, dependencies, ...bill }) {
  const deployed = deployedPackages();
  const kept = components.filter(({ purl }) => deployed.has(decodeURIComponent(purl.slice('pkg:npm/'.length))));
  const references = new Set([bill.metadata.component, ...kept].map((component) => component['bom-ref']));
  return {
    ...bill,
    components: kept,
    dependencies: dependencies
      .filter(({ ref }) => references.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => references.has(other)) })),
  };
}

/** `name@version` of all that apps and libs need to run. A package may lie in several places, for a tool in one. */
function deployedPackages() {
  const { packages } = JSON.parse(readFileSync(inRepository('package-lock.json'), 'utf8'));
  const places = Object.entries(packages).filter(([place, { dev }]) => place.includes('node_modules/') && !dev);
  return new Set(
    places.flatMap(([place, { link, resolved, version }]) => {
      if (link && !/^(apps|libs)\//.test(resolved)) return [];
      return `${place.split('node_modules/').at(-1)}@${link ? packages[resolved].version : version}`;
    }),
  );
}
