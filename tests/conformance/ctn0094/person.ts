import { cell, dayNumber, type Rows, type Tables } from './tables.ts';

/** Everything the study's tables hold of one person, in the order of the tables. */
export type Person = {
  readonly who: string;
  readonly project: string;
  readonly visits: Rows;
  readonly positives: Rows;
  readonly doses: Rows;
  /** Arm and day of each randomization. */
  readonly arms: readonly { readonly arm: string; readonly day: number }[];
  readonly known: boolean;
};

export const chartOf = ({ project, who }: Pick<Person, 'project' | 'who'>): string => `${project}-${who}`;

/** The people of the study. `known` is whether any table says anything of them beyond the trial they were in. */
export function peopleIn(tables: Tables): readonly Person[] {
  const byWho = (rows: Rows) => Map.groupBy(rows, (row) => cell(row, 'who'));
  const [visits, positives, doses, arms, screening] = [tables.visits, tables.positives, tables.doses, tables.arms, tables.screening].map(
    byWho,
  );
  return tables.people
    .map((row) => {
      const who = cell(row, 'who');
      const of = (rows: ReadonlyMap<string, Rows> | undefined): Rows => rows?.get(who) ?? [];
      const own = { visits: of(visits), positives: of(positives), doses: of(doses) };
      const drawn = of(arms).flatMap((arm) => {
        const day = dayNumber(arm, 'when');
        return day === null ? [] : [{ arm: cell(arm, 'treatment'), day }];
      });
      const known = own.visits.length + own.positives.length + own.doses.length + of(arms).length + of(screening).length > 0;
      return { who, project: cell(row, 'project'), ...own, arms: drawn, known };
    })
    .toSorted((a, b) => Number(a.who) - Number(b.who));
}

/** The medication that an arm gives, and the substance that the study's cups show it as. */
const medications = [
  { arm: /methadone/i, name: 'methadone', shows: 'methadone', dose: (amount: string) => `${amount} mg` },
  { arm: /bup/i, name: 'buprenorphine-naloxone', shows: 'buprenorphine', dose: (amount: string) => `${amount} mg` },
  {
    arm: /ntx/i,
    name: 'naltrexone, extended release',
    shows: null,
    dose: (amount: string) => (amount === '1' ? 'one injection' : `${amount} mg`),
  },
] as const;

export const medicationOf = ({ arms }: Pick<Person, 'arms'>) =>
  medications.find(({ arm }) => arms.some((one) => arm.test(one.arm))) ?? null;
