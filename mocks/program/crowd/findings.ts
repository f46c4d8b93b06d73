import { daysBetween, type Day } from '#domain/calendar.ts';
import { defaultExpectationRules } from '#domain/expectation-rules.ts';
import type { AnalyteWindow } from '#domain/drug-screens.ts';
import { expectationOf, type Medication } from '#domain/medications.ts';
import type { Frame } from '../frame.ts';
import { cupAnalytes } from '../panels.ts';
import { quietOn, type Stay } from './stays.ts';
import type { Use } from './substances.ts';

type Facts = {
  readonly stay: Stay;
  readonly use: Use;
  readonly medications: readonly Medication[];
  readonly windows: readonly AnalyteWindow[];
  readonly frame: Frame;
};

const analytesOfMedications = ['AMP', 'BAR', 'BUP', 'BZO', 'MTD', 'OPI', 'OXY'] as const;

/** How likely the primary substance shows on a day of a course: a varied one comes down over the first weeks. */
function likelihood(days: number, course: Use['course']): number {
  if (course === 'steady') return days < 7 ? 0.22 : 0.05;
  return days < 7 ? 0.8 : 0.23 + 0.4 * Math.exp(-(days - 7) / 24);
}

/** Which analytes a cup of that day detects. Whoever isn't calm has a hard week behind them. In the last week of a calm stay nothing comes up that would wait for an answer today. */
export function shownBy(on: Day, { stay, use, medications, windows, frame }: Facts): readonly string[] {
  const { dice } = stay;
  const days = daysBetween(stay.openedOn, on);
  const found = new Set<string>();
  const quiet = quietOn(on, stay, frame.today);
  if (!quiet) {
    const lately = stay.closedOn === null && daysBetween(on, frame.today) <= 5 ? 0.3 : 0;
    if (dice.chance(likelihood(days, use.course) + lately)) for (const analyte of use.analytes) found.add(analyte);
    if (use.secondary.length > 0 && dice.chance(use.course === 'varied' ? 0.05 : 0.012))
      for (const analyte of use.secondary) found.add(analyte);
  }
  for (const window of windows) {
    const clearing = 0.85 * Math.exp(-days / 11);
    if (on <= window.to && !quiet && dice.chance(window.kind === 'non-target' ? 0.9 : clearing)) found.add(window.analyte);
  }
  for (const analyte of analytesOfMedications)
    if (taken(analyte, on, medications) && (quiet || !dice.chance(use.course === 'varied' ? 0.05 : 0.012))) found.add(analyte);
  return [...found];
}

const anyCup = { specimen: 'urine-cup', panelId: null } as const;

// A medication that may show on this cup is told as found; one that must show is sometimes missed.
const taken = (analyte: (typeof cupAnalytes)[number], on: Day, medications: readonly Medication[]): boolean =>
  medications.length > 0 && expectationOf(analyte, anyCup, medications, defaultExpectationRules, on).expectation !== 'wont-show';
