import { inNameOrder } from '#server/database/in-name-order.ts';
import { parseArgs } from 'node:util';
import { instantOf } from '#domain/calendar/calendar.ts';
import { roles } from '#domain/people/roles.ts';
import type { Database } from '#server/database/pool.ts';
import { endAccess, invite } from '#server/identity/staff.ts';
import type { Command, Terminal } from './terminal.ts';
import { organizationsNamed } from './organizations.rows.ts';
import { organizationNeeded } from './usage-words.ts';
import { userUsage, userWords } from './user-words.ts';

const options = {
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  program: { type: 'string', multiple: true },
  organization: { type: 'string' },
} as const;

type Requested = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
type Values = Requested['values'];

/** Lets people in and out: 0 done, 1 refused, 2 where it isn't clear what is asked. */
export const userCommand: Command = async (args, terminal) => {
  const requested = requestedBy(args);
  const [what, ...more] = requested?.positionals ?? [];
  if (requested === null || more.length > 0 || (what !== 'add' && what !== 'end')) return complain(terminal, userUsage);
  const { email } = requested.values;
  if (email === undefined) return complain(terminal, userWords.needed('email'));
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return complain(terminal, userWords.notAnEmail);
  const installation = await terminal.installation();
  try {
    return await (what === 'add' ? add(installation.db, { ...requested.values, email }, terminal) : end(installation.db, email, terminal));
  } finally {
    await installation.close();
  }
};

async function add(
  db: Database,
  { email, name, role: given, program: wanted = [], organization }: Values & { email: string },
  terminal: Terminal,
) {
  if (name === undefined || name.trim() === '') return complain(terminal, userWords.needed('name'));
  const [role] = roles.filter((one) => one === given);
  if (!role) return complain(terminal, userWords.unknownRole(roles));
  if (wanted.length === 0) return complain(terminal, userWords.needed('program'));
  const { chosen, names } = await organizationsNamed(db, organization);
  const [chosenOrganization, another] = chosen;
  if (chosenOrganization === undefined || another !== undefined) return complain(terminal, organizationNeeded(names));
  const programs = await db
    .selectFrom('program')
    .select(['id', 'name'])
    .where('organization_id', '=', chosenOrganization.id)
    .orderBy(inNameOrder('name'))
    .execute();
  const missing = wanted.find((one) => !programs.some((program) => program.name === one));
  if (missing !== undefined) {
    return complain(
      terminal,
      userWords.unknownProgram(
        missing,
        programs.map((program) => program.name),
      ),
    );
  }
  const programIds = programs.filter((program) => wanted.includes(program.name)).map(({ id }) => id);
  const requested = { address: terminal.address, now: instantOf(terminal.clock()) };
  const link = await invite(db, { organizationId: chosenOrganization.id, email, name: name.trim(), role, programIds }, requested);
  if (link === null) return refuse(terminal, userWords.taken);
  terminal.print(userWords.invited(name.trim(), link));
  return 0;
}

async function end(db: Database, email: string, terminal: Terminal): Promise<number> {
  if (!(await endAccess(db, email, instantOf(terminal.clock())))) return refuse(terminal, userWords.nobody(email));
  terminal.print(userWords.ended(email));
  return 0;
}

function complain(terminal: Terminal, words: string): number {
  terminal.note(words);
  return 2;
}

function refuse(terminal: Terminal, words: string): number {
  terminal.note(words);
  return 1;
}

function requestedBy(args: readonly string[]): Requested | null {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    return null;
  }
}
