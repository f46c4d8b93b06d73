import { existsSync } from 'node:fs';
import { bundleLines } from './bundle.ts';
import { beside, held, type Line } from './budgets.ts';
import { inClinic, memoryOf, type Clinic } from './clinic.ts';
import { againstBare } from './ratios.ts';
import { pageLines } from './pages.ts';

let over = 0;

function report(lines: readonly Line[]): void {
  for (const line of lines) {
    if (!line.ok) over += 1;
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

/** Somebody of the director's with a whole journey behind them. */
async function someClient({ db }: Clinic): Promise<string> {
  const { id } = await db.selectFrom('client').select('id').where('chart_number', '=', '4417').executeTakeFirstOrThrow();
  return id;
}

const parts = ['bundle', 'answers', 'pages', 'memory'] as const;
const asked = parts.filter((part) => process.argv.slice(2).includes(part));
const wants = (part: (typeof parts)[number]) => asked.length === 0 || asked.includes(part);

async function onDemonstration(clinic: Clinic): Promise<void> {
  const clientId = await someClient(clinic);
  const search = { path: '/clients/search', who: 'director' } as const;
  if (wants('answers'))
    report(
      await againstBare(clinic, [
        { ...search, name: 'list of 50, of bare requests a second', what: 'list', body: { text: '' } },
        { ...search, name: 'search, of bare requests a second', what: 'search', body: { text: 'an' } },
        { name: 'client page, of bare requests a second', what: 'client page', who: 'director', path: `/clients/${clientId}` },
      ]),
    );
  if (wants('pages')) report(await pageLines(clinic, clientId));
  const memory = await memoryOf(clinic.served);
  if (wants('memory'))
    report([memory === null ? beside('server memory is not told by this system', 0, 'MB') : held('server memory after the bench', memory)]);
}

if (!existsSync('dist/index.html')) throw new Error('Build the page first: npm run build');
if (wants('bundle')) report(bundleLines());
if (asked.length === 0 || asked.some((part) => part !== 'bundle')) await inClinic(async () => undefined, onDemonstration);
process.exitCode = over === 0 ? 0 : 1;
