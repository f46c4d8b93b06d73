import { addDays } from '#domain/calendar.ts';
import { defaultExpectationRules } from '#domain/expectation-rules.ts';
import type { ExpectationRule } from '#domain/medications.ts';
import type { Frame } from './frame.ts';
import type { ProgramFixture, Panel } from './house.ts';
import type { Book } from './rows.ts';

/** The strips of the cup, in the order in which they are printed on it. */
export const cupAnalytes = ['AMP', 'BAR', 'BUP', 'BZO', 'COC', 'FEN', 'MDMA', 'MET', 'MTD', 'OPI', 'OXY', 'THC'] as const;

/** Cut-offs of the synthetic cup, ng/mL; ETG is the laboratory's. */
export const cutoffs: Readonly<Record<string, number>> = {
  AMP: 500,
  BAR: 300,
  BUP: 10,
  BZO: 300,
  COC: 150,
  FEN: 1,
  MDMA: 500,
  MET: 500,
  MTD: 300,
  OPI: 300,
  OXY: 100,
  THC: 50,
  ETG: 500,
  ETS: 100,
};

const rulesOf = ({ id: panelId, specimen, shows = [] }: Panel): ExpectationRule[] => shows.map((rule) => ({ ...rule, specimen, panelId }));

/** The map that screens of this panel are read with. */
export const mapWith = (panel: Panel): readonly ExpectationRule[] => [...defaultExpectationRules, ...rulesOf(panel)];

/** The panels with their current lots, and the map of what medications should show, as a new program gets it. */
export function writePanels(book: Book, { cup, lab, breath }: ProgramFixture, { today }: Frame): void {
  const panels = [cup, lab, ...(breath === undefined ? [] : [breath])];
  for (const panel of panels) {
    book.write('panel', {
      id: panel.id,
      name: panel.name,
      specimen: panel.specimen,
      analytes: [...panel.analytes],
      read_from_minutes: 5,
      read_until_minutes: 8,
    });
  }
  book.write('panel_lot', { panel_id: cup.id, lot: cup.lot, expires_on: addDays(today, 128) });
  for (const rule of [...defaultExpectationRules, ...panels.flatMap(rulesOf)]) {
    book.write('expectation_rule', {
      medication: rule.medication,
      analyte: rule.analyte,
      specimen: rule.specimen,
      panel_id: rule.panelId,
      expectation: rule.expectation,
      appears_after_days: rule.appearsAfterDays,
      clears_after_days: rule.clearsAfterDays,
    });
  }
}
