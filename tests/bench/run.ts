import { existsSync } from 'node:fs';
import { bundleLines } from './bundle.ts';
import { beside, held, type Line } from './budgets.ts';
import { inClinic, memoryOf, type Clinic } from './clinic.ts';
import { cohortLines } from './cohort.ts';
import { intakeLines } from './intake.ts';
import { pageLines } from './pages.ts';
import { againstBare } from './ratios.ts';
import { caseload, fill, history, thousands } from './seed/fill.ts';

const parts = ['bundle', 'answers', 'pages', 'cohort', 'import', 'memory'] as const;
type Part = (typeof parts)[number];

const said = process.argv.slice(2);
const scale = said.includes('scale');
const requested = parts.filter((part) => said.includes(part));
const wants = (part: Part): boolean => requested.length === 0 || requested.includes(part);
const unknown = said.filter((word) => word !== 'scale' && word !== '6m' && !parts.some((part) => part === word));
if (unknown.length > 0) throw new Error(`The bench knows scale, 6m and ${parts.join(', ')}, and not ${unknown.join(', ')}.`);
if (!existsSync('dist/index.html')) throw new Error('Build the page first: npm run build');

let over = 0;

function report(lines: readonly Line[]): void {
  for (const line of lines) {
    if (!line.ok) over += 1;
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

if (wants('bundle')) report(bundleLines());
if (requested.length === 0 || requested.some((part) => part !== 'bundle')) {
  const crowds = [caseload, ...(scale ? [thousands] : []), ...(said.includes('6m') ? [history] : [])];
  await inClinic(async (address) => report(seeded(await fill(address, crowds))), measure);
}
process.exitCode = over === 0 ? 0 : 1;

function seeded(counts: Readonly<Record<string, number>>): Line[] {
  return Object.entries(counts).map(([what, count]) => beside(`seeded: ${what}`, Number(count), what.startsWith('seconds') ? 's' : 'rows'));
}

async function measure(clinic: Clinic): Promise<void> {
  const clientId = await someClient(clinic);
  if (wants('answers')) report(await answerLines(clinic, clientId));
  if (wants('pages')) report(await pageLines(clinic, clientId, scale));
  if (wants('cohort') && scale) report(await cohortLines(clinic));
  if (wants('import') && !scale) report(await intakeLines(clinic));
  if (wants('memory')) report(await memoryLines(clinic));
}

/** Somebody with half a year of journey behind them, whom the stories tell of. */
async function someClient({ db }: Clinic): Promise<string> {
  const { id } = await db.selectFrom('client').select('id').where('chart_number', '=', '4417').executeTakeFirstOrThrow();
  return id;
}

function answerLines(clinic: Clinic, clientId: string): Promise<Line[]> {
  const search = { path: '/clients/search', who: 'director' } as const;
  const page = { path: `/clients/${clientId}`, who: 'director', what: 'client page' } as const;
  return againstBare(
    clinic,
    scale
      ? [
          { ...search, name: 'list of 50 at 10,000 clients, of bare requests a second', what: 'list', body: { text: '', most: 50 } },
          { ...search, name: 'search at 10,000 clients, of bare requests a second', what: 'search', body: { text: 'ana', most: 50 } },
          { ...page, name: 'client page at 10,000 clients, of bare requests a second' },
        ]
      : [
          { ...search, name: null, what: 'list', body: { text: '', most: 50 } },
          { ...search, name: null, what: 'search', body: { text: 'an', most: 50 } },
          { ...page, name: 'client page, of bare requests a second' },
        ],
  );
}

async function memoryLines({ served }: Clinic): Promise<Line[]> {
  const memory = await memoryOf(served);
  if (memory === null) return [beside('server memory: this system does not say', 0, 'MB')];
  // What ten thousand clients cost is said; the budget is for a server that did the usual work.
  return [scale ? beside('server memory after the bench at 10,000 clients', memory, 'MB') : held('server memory after the bench', memory)];
}
