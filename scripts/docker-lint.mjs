/**
 * Checks docker/ without a Docker engine: node scripts/docker-lint.mjs [--json] [folder …]
 * dockerfile-utils and dclint know the formats; the rest is what they cannot know of this repository.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DCLinter } from 'dclint';
import dockerfiles from 'dockerfile-utils';

const root = fileURLToPath(new URL('..', import.meta.url));
// docker-compose 1.29 refuses a top-level `name:`, so the linter must not require it.
const compose = new DCLinter({ rules: { 'require-project-name-field': 0 } });

/** Instructions of a Dockerfile in stages, continued lines joined: [{ from, name, steps: [{ word, rest }] }]. */
function stagesOf(text) {
  const steps = text
    .replace(/^\s*#.*$/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => /^\s*([A-Z]+)\s+(.*)$/.exec(line))
    .filter(Boolean)
    .map(([, word, rest]) => ({ word, rest: rest.trim() }));
  const stages = [];
  for (const step of steps) {
    if (step.word === 'FROM') {
      const [from, , name] = step.rest.split(/\s+/);
      stages.push({ from, name, steps: [] });
    } else stages.at(-1)?.steps.push(step);
  }
  return stages;
}
/** The steps of a stage with those of the stages it is built on. */
const inherited = (stage, stages) => {
  const base = stages.find(({ name }) => name !== undefined && name === stage.from);
  return [...(base ? inherited(base, stages) : []), ...stage.steps];
};

/** `node:24` is another image every week: the tag says major and minor at least. */
const namesVersion = (image) => /:[^:@]*\d+\.\d+/.test(image);

function problemsOfDockerfile(text) {
  const problems = dockerfiles.validate(text).map(({ range, message }) => ({
    guard: 'docker-instructions',
    message: `line ${range.start.line + 1}: ${message}`,
  }));
  const stages = stagesOf(text);
  const names = stages.map(({ name }) => name);
  for (const { from } of stages)
    if (!names.includes(from) && !namesVersion(from))
      problems.push({ guard: 'docker-image-tags', message: `FROM ${from} names no version` });
  for (const stage of stages.filter(
    ({ name }) =>
      !stages.some(({ from, steps }) => from === name || steps.some(({ rest }) => rest.startsWith(`--from=${name} `))),
  )) {
    const steps = inherited(stage, stages);
    const user = steps.filter(({ word }) => word === 'USER').at(-1)?.rest;
    if (!user || /^(root|0)(:|$)/.test(user))
      problems.push({ guard: 'docker-user', message: `${stage.name ?? 'the last stage'} runs as ${user ?? 'root'}` });
    const health = steps.filter(({ word }) => word === 'HEALTHCHECK').at(-1)?.rest;
    if (!health || !/CMD\s+\[/.test(health))
      problems.push({
        guard: 'docker-healthcheck',
        message: `${stage.name ?? 'the last stage'} has no HEALTHCHECK in exec form`,
      });
  }
  const copied = stages
    .flatMap(({ steps }) => steps)
    .filter(({ word, rest }) => word === 'COPY' && !rest.includes('--from='))
    .flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));
  for (const path of copied.filter((entry) => !existsSync(join(root, entry))))
    problems.push({ guard: 'docker-paths', message: `COPY ${path}: there is no such file in the repository` });
  return [...problems, ...problemsOfLibraries(stages)];
}

const manifest = (project) => JSON.parse(readFileSync(join(root, project, 'package.json'), 'utf8'));
const workspaces = ['apps', 'libs']
  .flatMap((part) => readdirSync(join(root, part)).map((name) => `${part}/${name}`))
  .concat('test')
  .filter((project) => existsSync(join(root, project, 'package.json')));
/** The workspace projects that a project needs to run, itself included. */
const needed = (project, found = new Set()) => {
  if (found.has(project)) return found;
  found.add(project);
  for (const name of Object.keys(manifest(project).dependencies ?? {})) {
    const own = workspaces.find((other) => manifest(other).name === name);
    if (own) needed(own, found);
  }
  return found;
};
/** Each image has the built projects its app needs; npm needs the manifest of every workspace. */
function problemsOfLibraries(stages) {
  return stages
    .filter(({ name }) => existsSync(join(root, 'apps', name ?? '', 'package.json')) && name)
    .flatMap((stage) => {
      const copied = inherited(stage, stages)
        .filter(({ word }) => word === 'COPY')
        .map(({ rest }) => rest);
      const missing = [...needed(`apps/${stage.name}`)]
        .map((project) => `${project}/dist`)
        .concat(workspaces.map((project) => `${project}/package.json`))
        .filter((path) => !copied.some((rest) => rest.endsWith(`./${path}`)));
      return missing.map((path) => ({
        guard: 'docker-libraries',
        message: `the image of ${stage.name} has no ${path}`,
      }));
    });
}

function problemsOfCompose(file, example, targets) {
  const text = readFileSync(file, 'utf8');
  const problems = compose
    .lintFiles([file], false)
    .flatMap(({ messages }) => messages)
    .map(({ rule, line, message }) => ({
      guard: rule === 'service-image-require-explicit-tag' ? 'docker-image-tags' : 'docker-compose-rules',
      message: `line ${line}: ${message} (${rule})`,
    }));
  const explained = new Set([...example.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name));
  const used = new Set([...text.matchAll(/(?<!\$)\$\{?([A-Za-z_]\w*)/g)].map(([, name]) => name));
  for (const name of used)
    if (!explained.has(name))
      problems.push({ guard: 'docker-variables', message: `${name} does not stand in .env.example` });
  for (const name of explained)
    if (!used.has(name))
      problems.push({ guard: 'docker-variables', message: `${name} stands in .env.example and nothing uses it` });
  for (const [, name, value] of text.matchAll(/^\s+(\w*(?:PASSWORD|SECRET|TOKEN|KEY)\w*): *(\S.*)$/gm))
    if (!/^(?:\$\{|\/run\/secrets\/)/.test(value))
      problems.push({ guard: 'docker-secrets', message: `${name} holds its secret in the file` });
  for (const [, image] of text.matchAll(/^\s+image: (\S+)$/gm))
    if (!namesVersion(image)) problems.push({ guard: 'docker-image-tags', message: `${image} names no version` });
  for (const [, target] of text.matchAll(/^\s+target: (\S+)$/gm))
    if (!targets.includes(target))
      problems.push({ guard: 'docker-paths', message: `target ${target} is no stage of the Dockerfile` });
  return problems;
}

/** All problems of one folder with Dockerfile, compose.yaml and .env.example. */
export function lintDocker(folder = join(root, 'docker')) {
  const dockerfile = readFileSync(join(folder, 'Dockerfile'), 'utf8');
  const targets = stagesOf(dockerfile).map(({ name }) => name);
  const example = readFileSync(join(folder, '.env.example'), 'utf8');
  const composeFiles = readdirSync(folder).filter((name) => /^compose.*\.ya?ml$/.test(name));
  return [
    ...problemsOfDockerfile(dockerfile),
    ...composeFiles.flatMap((name) => problemsOfCompose(join(folder, name), example, targets)),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
  const answers = (positionals.length > 0 ? positionals : [undefined]).map((folder) => ({
    folder,
    problems: lintDocker(folder),
  }));
  const count = answers.flatMap(({ problems }) => problems).length;
  if (values.json) console.log(JSON.stringify(answers));
  else
    for (const { problems } of answers)
      console.log(
        problems.length === 0
          ? 'docker/ is in order.'
          : problems.map(({ guard, message }) => `${message} [${guard}]`).join('\n'),
      );
  process.exitCode = count === 0 ? 0 : 1;
}
