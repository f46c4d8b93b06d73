import { countNumber } from '#domain/statistics/count-words.ts';

export const usage = `cairn COMMAND

  import FILE…     Brings in clients, prescribed hours, medications, sessions and screens from CSV files, given in any order. They may be written
                   as another system writes them: what their columns leave open is said, with what answers it.
                   --dry-run             check everything, write nothing
                   --hold-back           write the rows that are right, list the others (otherwise a file with one wrong row writes nothing)
                   --json                print the whole report as JSON, every problem included
                   --source NAME         read them as the last files of this other system were, by Imports in the browser
                   --answer COLUMN=WORD  answer what a column leaves open, as often as needed
                   --organization NAME   needed where there is more than one
                   --columns             list the columns of every kind of file
  user add         Makes a member of staff, and prints a link with which they choose a password, once, within seven days.
                   --email ADDRESS --name NAME --role therapist|tech|director|administrator
                   --program NAME        as often as there are programs that they work in
                   --organization NAME   needed where there is more than one
  user end         Ends somebody's access at once. What they did keeps their name.
                   --email ADDRESS
  rebuild          Works out the stored readings of all screens and the tasks of all clients again, by the rules of this version.
                   --organization NAME   only this one

Cairn works on DATABASE_URL, or on its own database in CAIRN_HOME or .data. It may be running meanwhile.`;

export const importUsage = 'Name the files to import: npm run cairn -- import clients.csv sessions.csv screens.csv';

export const answerUnclear = (answer: string): string =>
  `--answer ${answer} is not understood. Write COLUMN=WORD, for example "Service Date=month-first".`;

export const organizationNeeded = (names: readonly string[]): string =>
  names.length === 0
    ? 'There is no organization yet. Start Cairn and set up the first administrator.'
    : `Name the organization: --organization "${names.join('" or "')}".`;

export const rebuilt = (organization: string, screens: number, clients: number): string =>
  `${organization}: the readings of screens (${countNumber(screens)}) and the tasks of clients in care (${countNumber(clients)}) were worked out again.`;
