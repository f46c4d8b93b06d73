import type { Tables } from './tables.ts';

/** What the tables say when they are counted by themselves, apart from everything that loads them. */
export type Recount = {
  readonly people: number;
  readonly visitRows: number;
  readonly keptVisits: number;
  readonly positives: Readonly<Record<string, number>>;
  readonly negatives: Readonly<Record<string, number>>;
  readonly contradictedPositives: number;
  readonly doses: { readonly rows: number; readonly days: number; readonly amounts: number };
};

const names: readonly (readonly [group: string, code: string])[] = [
  ['Opioid', 'OPI'],
  ['THC', 'THC'],
  ['Cocaine', 'COC'],
  ['Benzodiazepine', 'BZO'],
  ['Amphetamine', 'AMP'],
  ['Methadone', 'MTD'],
  ['Buprenorphine', 'BUP'],
  ['Barbiturate', 'BAR'],
  ['Alcohol', 'ALC'],
  ['Sedatives', 'SED'],
  ['Mdma/Hallucinogen', 'MDMA'],
];

const code = (group: string): string =>
  names.find(([name]) => name.toLowerCase() === group.toLowerCase())?.[1] ??
  group
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, 12);
const tally = (codes: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(codes, (one) => one)].map(([one, all]) => [one, all.length]));
const dated = (row: Readonly<Record<string, string>>): boolean => /^-?\d+$/.test(row['when'] ?? '');
const key = (row: Readonly<Record<string, string>>): string => `${row['who']} ${row['when']}`;

export function recountOf(tables: Tables): Recount {
  const inTrials = new Map(tables.people.map((row) => [row['who'] ?? '', row['project'] ?? '']));
  const spokenOf = new Set(
    [tables.visits, tables.positives, tables.doses, tables.arms, tables.screening].flatMap((rows) => rows.map((row) => row['who'] ?? '')),
  );
  const kept = new Set(tables.visits.filter((row) => dated(row) && (row['what'] === 'visit' || row['what'] === 'final')).map(key));
  const nobodyCame = new Set(tables.visits.filter((row) => dated(row) && row['what'] === 'no visit' && !kept.has(key(row))).map(key));
  const found = new Map<string, Set<string>>();
  for (const row of tables.positives.filter((one) => dated(one) && inTrials.has(one['who'] ?? '')))
    found.set(key(row), (found.get(key(row)) ?? new Set()).add(code(row['what'] ?? '')));
  const attended = [...found].filter(([day]) => !nobodyCame.has(day));
  const contradicted = [...found].filter(([day]) => nobodyCame.has(day)).reduce((sum, [, codes]) => sum + codes.size, 0);
  const unusable = tables.positives.length - [...found.values()].reduce((sum, codes) => sum + codes.size, 0);
  const doses = new Map<string, string>();
  const armed = new Set(tables.arms.filter(dated).map((row) => row['who']));
  for (const row of tables.doses.filter((one) => dated(one) && armed.has(one['who']) && Number(one['amount']) > 0))
    if (!doses.has(key(row))) doses.set(key(row), `${injects(tables, row) ? 'injection ' : ''}${row['amount']}`);

  return {
    people: [...inTrials.keys()].filter((who) => spokenOf.has(who)).length,
    visitRows: tables.visits.length,
    keptVisits: kept.size,
    positives: tally(attended.flatMap(([, codes]) => [...codes])),
    negatives: tally([...kept].flatMap((day) => negativesOf(tables, inTrials, day, found.get(day) ?? new Set()))),
    contradictedPositives: contradicted + unusable,
    doses: { rows: tables.doses.length, days: doses.size, amounts: new Set(doses.values()).size },
  };
}

const armOf = (tables: Tables, who: string): string => (byWho(tables.arms).get(who) ?? []).map((row) => row['treatment'] ?? '').join(' ');
const injects = (tables: Tables, row: Readonly<Record<string, string>>): boolean =>
  row['amount'] === '1' && armOf(tables, row['who'] ?? '').includes('NTX');

const remembered = new WeakMap<Tables['people'], ReadonlyMap<string, Tables['people']>>();
function byWho(rows: Tables['people']): ReadonlyMap<string, Tables['people']> {
  const found = remembered.get(rows) ?? Map.groupBy(rows, (row) => row['who'] ?? '');
  remembered.set(rows, found);
  return found;
}

/** What a trial tested and did not find at a kept visit, without the study's own medication in the 28 days after a dose: the tables leave it out. */
function negativesOf(
  tables: Tables,
  inTrials: ReadonlyMap<string, string>,
  personDay: string,
  found: ReadonlySet<string>,
): readonly string[] {
  const [who = '', when = ''] = personDay.split(' ');
  const column = `CTN-00${inTrials.get(who) ?? ''}`;
  const tested = [...new Set(tables.tested.map((row) => row[column] ?? 'NO').filter((group) => group !== 'NO'))].map(code);
  const arm = armOf(tables, who);
  const given = arm.includes('Methadone') ? 'MTD' : arm.includes('BUP') ? 'BUP' : null;
  const since = (byWho(tables.doses).get(who) ?? []).map((row) => Number(when) - Number(row['when']));
  const hidden = since.some((days) => days >= 0 && days <= 28) ? given : null;
  return tested.filter((one) => one !== hidden && !found.has(one));
}
