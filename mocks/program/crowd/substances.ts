import { addDays, type Day } from '#domain/calendar.ts';
import type { Medication } from '#domain/medications.ts';
import type { Dice } from '../random.ts';

export type Use = {
  readonly primary: string;
  /** What the cup shows where it was used. */
  readonly analytes: readonly string[];
  readonly secondary: readonly string[];
  readonly thc: 'none' | 'clearing' | 'agreed';
  /** Two kinds of course: mostly negative from the start, or varied and answering to what is changed. */
  readonly course: 'steady' | 'varied';
};

const primaries = [
  [['alcohol', ['ETG']], 38],
  [['fentanyl', ['FEN']], 15],
  [['heroin', ['OPI', 'FEN']], 4],
  [['oxycodone', ['OXY']], 3],
  [['methamphetamine', ['AMP', 'MET']], 20],
  [['cannabis', ['THC']], 11],
  [['cocaine', ['COC']], 7],
  [['benzodiazepines', ['BZO']], 2],
] as const;

const seconds = [['COC'], ['AMP', 'MET'], ['BZO'], ['OPI'], ['COC'], ['FEN']] as const;

const usesOpioids = ({ primary }: Use): boolean => primary === 'fentanyl' || primary === 'heroin' || primary === 'oxycodone';

export function useOf(dice: Dice): Use {
  const [primary, analytes] = dice.weighted<readonly [string, readonly string[]]>(primaries);
  const thc =
    primary === 'cannabis'
      ? 'clearing'
      : dice.weighted<Use['thc']>([
          ['none', 80],
          ['clearing', 15],
          ['agreed', 5],
        ]);
  return { primary, analytes, secondary: dice.chance(0.6) ? dice.pick(seconds) : [], thc, course: dice.chance(0.56) ? 'steady' : 'varied' };
}

const medication = (name: string, dose: string, startedOn: Day, endedOn: Day | null = null): Medication => ({
  name,
  dose,
  startedOn,
  endedOn,
});

const forAlcoholUse: readonly [(from: Day) => Medication, ...((from: Day) => Medication)[]] = [
  (from) => medication('naltrexone', '50 mg', from),
  (from) => medication('naltrexone', '380 mg monthly', from),
  (from) => medication('acamprosate', '666 mg', from),
];

/** What is prescribed, by the primary substance; a dose that was raised is a row of its own. */
export function medicationsOf(use: Use, openedOn: Day, dice: Dice): readonly Medication[] {
  const from = addDays(openedOn, dice.whole(-20, 9));
  const list: Medication[] = [];
  if (usesOpioids(use) && dice.chance(0.62)) list.push(...forOpioidUse(from, openedOn, dice));
  if (use.primary === 'alcohol' && dice.chance(0.42)) list.push(dice.pick(forAlcoholUse)(from));
  if (dice.chance(0.05)) list.push(medication('amphetamine salts', '20 mg', addDays(openedOn, -90)));
  if (dice.chance(0.03)) list.push(medication('lorazepam', '0.5 mg', addDays(openedOn, -60)));
  if (dice.chance(0.2)) list.push(medication('sertraline', '100 mg', addDays(openedOn, -30)));
  if (dice.chance(0.07)) list.push(medication('gabapentin', '300 mg', addDays(openedOn, -45)));
  return list;
}

function forOpioidUse(from: Day, openedOn: Day, dice: Dice): readonly Medication[] {
  const name = dice.weighted([
    ['buprenorphine', 64],
    ['methadone', 14],
    ['naltrexone', 22],
  ]);
  if (name === 'methadone') return [medication(name, '80 mg', from)];
  if (name === 'naltrexone') return [medication(name, '380 mg monthly', from)];
  if (!dice.chance(0.3)) return [medication(name, dice.pick(['8 mg', '12 mg', '16 mg']), from)];
  const raised = addDays(openedOn, dice.whole(16, 45));
  return [medication(name, '8 mg', from, addDays(raised, -1)), medication(name, '12 mg', raised)];
}
