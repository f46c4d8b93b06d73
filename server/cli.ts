import { systemClock } from './clock.ts';
import { openInstallation } from './installation.ts';
import type { Command, Terminal } from '#server/cli/terminal.ts';
import { usage } from './cli/usage-words.ts';

/** Each command is read only when it is asked for: an import needs no signing in, and the other way round. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: () => import('#server/cli/import.command.ts').then(({ importCommand }) => importCommand),
  user: () => import('#server/cli/user.command.ts').then(({ userCommand }) => userCommand),
  rebuild: () => import('#server/cli/rebuild.command.ts').then(({ rebuildCommand }) => rebuildCommand),
};

const terminal: Terminal = {
  print: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
  clock: systemClock,
  address: process.env['CAIRN_URL'] ?? `http://localhost:${process.env['PORT'] ?? 4310}`,
  installation: () => openInstallation({ log: (line) => void process.stderr.write(`${line}\n`), env: process.env, serves: false }),
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (load === undefined) {
  terminal.note(usage);
  process.exitCode = name === '' || name === 'help' || name === '--help' ? 0 : 2;
} else {
  try {
    process.exitCode = await (await load())(args, terminal);
  } catch (error) {
    terminal.note(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
