export type MenuLine = { readonly code: string; readonly label: string; readonly asksWhy: boolean };
export type MenuCategory = { readonly code: string; readonly label: string; readonly lines: readonly MenuLine[] };

const line = (code: string, label: string): MenuLine => ({ code, label, asksWhy: false });
const lineWithWhy = (code: string, label: string): MenuLine => ({ code, label, asksWhy: true });
const category = (code: string, label: string, ...lines: MenuLine[]): MenuCategory => ({ code, label, lines });

/**
 * The changes a plan can take in answer to a result. A program may add lines of its own. Prescribing stays with the prescriber,
 * and nothing here ends care: a reassessment of level is a transfer with a warm hand-off.
 */
export const responseMenu: readonly MenuCategory[] = [
  category(
    'intensity',
    'Intensity',
    line('add-group', 'Add group'),
    line('add-individual', 'Add individual'),
    line('level-reassessment', 'Level-of-care reassessment'),
  ),
  category(
    'skills',
    'Skills',
    line('return-to-use-prevention', 'Return-to-use prevention'),
    line('trigger-map', 'Trigger map'),
    line('contingency-management', 'Contingency management'),
  ),
  category(
    'people',
    'People',
    line('family-session', 'Family session'),
    line('peer-support', 'Peer support'),
    line('mutual-help', 'Sponsor or mutual help'),
  ),
  category(
    'practical',
    'Practical',
    line('transport', 'Transport'),
    line('housing', 'Housing'),
    line('childcare', 'Childcare'),
    line('schedule', 'Schedule'),
  ),
  category('testing', 'Testing', line('confirm', 'Confirm at the lab'), lineWithWhy('frequency', 'Change frequency, with why')),
  category('health', 'Health', line('psychiatric-consult', 'Psychiatric consult'), line('medical-consult', 'Medical consult')),
  category(
    'medication',
    'Medication',
    line('ask-starting', 'Ask the prescriber about starting'),
    line('ask-dose', 'Ask the prescriber about dose'),
    line('ask-formulation', 'Ask the prescriber about formulation'),
  ),
];

/** The words of a chosen line, or the program's own code where the menu doesn't hold it. */
export const menuWords = (code: string): string =>
  responseMenu.flatMap(({ lines }) => lines).find((one) => one.code === code)?.label ?? code;
