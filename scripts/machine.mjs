import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export const log = (line) => process.stdout.write(`${line}\n`);

const bin = resolve('node_modules/.bin');
const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };

/** Runs a command with the project's own Node and tools first on the path. Answers its exit code. */
export function run(command, args, { env = {}, quiet = false } = {}) {
  const done = spawnSync(command, args, { stdio: quiet ? 'pipe' : 'inherit', env: { ...environment, ...env }, encoding: 'utf8' });
  if (quiet && done.status !== 0) process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  return done.status ?? 1;
}

/** Hands the terminal over to a command, passes signals on, and ends as it ends. */
export function become(command, args, env = {}) {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...environment, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
}

const hashOf = (text) => createHash('sha256').update(text).digest('hex');

/** Installs what the lockfile names, unless that is what is there. */
export function installed() {
  const wanted = hashOf(readFileSync('package-lock.json'));
  const mark = join('node_modules', '.installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  log('Installing what Cairn is made of.');
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) process.exit(1);
  writeFileSync(mark, wanted);
}

/** Builds the page, unless it was built from these very sources. */
export function built() {
  const sources = ['src', 'public'].flatMap(filesBelow).concat('index.html', 'vite.config.ts', 'package-lock.json');
  const wanted = hashOf(sources.map((file) => `${file} ${hashOf(readFileSync(file))}`).join('\n'));
  const mark = join('dist', '.built');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  log('Building the page.');
  if (run('vite', ['build', '--logLevel', 'warn']) !== 0) process.exit(1);
  writeFileSync(mark, wanted);
}

function filesBelow(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
}
