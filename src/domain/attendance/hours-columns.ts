/** Unknown is not zero: it has no bar at all. A partial week is open and never outlined as low. */
const hoursKinds = ['unknown', 'nothing-prescribed', 'met', 'low', 'partial'] as const;

export type HoursBar = {
  readonly kind: (typeof hoursKinds)[number];
  /** Shares of the offered hours, 0 to 1.5. */
  readonly delivered: number;
  readonly excused: number;
};

/** One letter a week, since a list of many clients carries hundreds of them. */
export const hoursLetters: Readonly<Record<HoursBar['kind'], string>> = {
  unknown: '?',
  'nothing-prescribed': '-',
  met: 'm',
  low: 'l',
  partial: 'p',
};

/** Weeks in order, by column as an answer carries them: a letter each, and the shares in whole percent of the offered hours. */
export type HoursColumns = {
  readonly kinds: string;
  readonly delivered: number[];
  /** Left out where nothing was excused. */
  readonly excused?: number[] | undefined;
};

const kindsByLetter: ReadonlyMap<string, HoursBar['kind']> = new Map(hoursKinds.map((kind) => [hoursLetters[kind], kind]));

/** The bar of one week of the columns; a week before care began is as unknown as one that nobody recorded. */
export const barAt = ({ kinds, delivered, excused }: HoursColumns, index: number): HoursBar => ({
  kind: kindsByLetter.get(kinds.charAt(index)) ?? 'unknown',
  delivered: (delivered[index] ?? 0) / 100,
  excused: (excused?.[index] ?? 0) / 100,
});
