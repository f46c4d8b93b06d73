/** What a figure may come to. `row` is the promise that it belongs to; several figures may keep one promise. */
export type Budget = {
  readonly row: string;
  readonly unit: 'KB' | 'requests' | 'files' | 'x' | 'ms' | 'shift' | 'rows/s' | 'MB';
  readonly budget: number;
  readonly keep: 'at most' | 'at least';
  /** `scale` needs the ten thousand clients; the others are measured on the demonstration. */
  readonly on: 'demo' | 'scale';
};

const first = 'first route: script and style, gzip; dialogs and menus lazy';
const chunks = 'chart chunk; any other route’s own chunk';
const requested = 'data requests: Today; client page';
const visible = 'rows visible, 4x CPU, 10 Mbit/40 ms, 50 rows';
const typing = 'typing in the filter, worst key, 4x CPU';
const still = 'total blocking time, 4x CPU; layout shift';
const journey = 'journey chart mount, 26 weeks x 12 analytes';
const list = 'list or search of 50 at 10,000 clients';
const page = 'whole client page in one call';
const cohort = 'cohort trend over 240,000 screens';
const intake = 'validated import';
const memory = 'server memory after the bench';

const most = (row: string, unit: Budget['unit'], budget: number, on: Budget['on'] = 'demo'): Budget => ({
  row,
  unit,
  budget,
  keep: 'at most',
  on,
});
const least = (row: string, unit: Budget['unit'], budget: number, on: Budget['on'] = 'demo'): Budget => ({
  ...most(row, unit, budget, on),
  keep: 'at least',
});

/** Every budget of the program by the name of its figure. A ratio is of two things measured in turns in the same run. */
export const budgets = {
  'Today script, gzip': most(first, 'KB', 137),
  'Today style, gzip': most(first, 'KB', 10),
  'Today dialogs, menus and palette loaded before they are asked for': most(first, 'files', 0),
  'chart chunk, gzip': most(chunks, 'KB', 105),
  'largest other route’s own chunk, gzip': most(chunks, 'KB', 30),
  'Today data requests': most(requested, 'requests', 2),
  'client page data requests': most(requested, 'requests', 2),
  'Today 50 rows visible, of a bare page': most(visible, 'x', 2),
  'clients 50 rows visible, of a bare page': most(visible, 'x', 2),
  'Today worst key over 60 rows': most(typing, 'ms', 100),
  'clients worst key': most(typing, 'ms', 100),
  'clients worst key at 10,000 clients': most(typing, 'ms', 200, 'scale'),
  'Today total blocking time': most(still, 'ms', 200),
  'client page total blocking time': most(still, 'ms', 200),
  'Today layout shift': most(still, 'shift', 0.01),
  'client page layout shift': most(still, 'shift', 0.01),
  'journey chart mount': most(journey, 'ms', 100),
  'list of 50 at 10,000 clients, of bare requests a second': least(list, 'x', 0.35, 'scale'),
  'search at 10,000 clients, of bare requests a second': least(list, 'x', 0.35, 'scale'),
  'client page, of bare requests a second': least(page, 'x', 0.45),
  'client page at 10,000 clients, of bare requests a second': least(page, 'x', 0.45, 'scale'),
  'cohort trend, of the bare SQL': most(cohort, 'x', 1.5, 'scale'),
  'cohort trend of one program, of the bare SQL': most(cohort, 'x', 1.5, 'scale'),
  'cohort trend of one therapist, of the bare SQL': most(cohort, 'x', 1.5, 'scale'),
  'whole cohort page, asked alone': most(cohort, 'ms', 400, 'scale'),
  'import of screens': least(intake, 'rows/s', 2_400),
  'import of sessions': least(intake, 'rows/s', 2_400),
  'import memory at its highest': most(intake, 'MB', 300),
  'server memory after the bench': most(memory, 'MB', 190),
} satisfies Readonly<Record<string, Budget>>;

export type BudgetName = keyof typeof budgets;

/** One line of the report. A figure that only explains another has no budget, and is always ok. */
export type Line = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly budget: number | null;
  readonly ok: boolean;
};

const rounded = (value: number): number => Number(value.toPrecision(4));

/** A figure held against its budget. What is no number keeps no budget. */
export function held(name: BudgetName, value: number): Line {
  const { unit, budget, keep }: Budget = budgets[name];
  const ok = Number.isFinite(value) && (keep === 'at most' ? value <= budget : value >= budget);
  return { name, value: rounded(value), unit, budget, ok };
}

/** A figure that stands beside another, such as what the bare floor did. */
export const beside = (name: string, value: number, unit: string): Line => ({ name, value: rounded(value), unit, budget: null, ok: true });
