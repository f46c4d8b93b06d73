import type { Day } from '#domain/calendar/calendar.ts';

/**
 * Why an analyte was expected to show on the day of collection: the medication as it stood then, and the part of the rule that applied.
 * 'starting' may not show before `appearsOn` yet; 'clearing' ended on `endedOn` and may still show to `clearsOn`.
 */
export type ExpectationCause = { readonly name: string; readonly dose: string | null; readonly startedOn: Day } & (
  | { readonly rule: 'taken' }
  | { readonly rule: 'starting'; readonly appearsOn: Day }
  | { readonly rule: 'clearing'; readonly endedOn: Day; readonly clearsOn: Day }
);

type Course = Pick<ExpectationCause, 'name' | 'dose' | 'startedOn'>;

/** Whether this course of a medication is what the expectation rested on. A client takes one course of a name and dose from one day. */
export const restsOn = (cause: ExpectationCause | null, { name, dose, startedOn }: Course): boolean =>
  cause !== null && cause.name === name && cause.dose === dose && cause.startedOn === startedOn;

/** Whether two causes say the same. */
export const sameCause = (one: ExpectationCause | null, other: ExpectationCause | null): boolean => {
  if (one === null || other === null) return one === other;
  if (!restsOn(one, other)) return false;
  switch (one.rule) {
    case 'taken':
      return other.rule === 'taken';
    case 'starting':
      return other.rule === 'starting' && one.appearsOn === other.appearsOn;
    case 'clearing':
      return other.rule === 'clearing' && one.endedOn === other.endedOn && one.clearsOn === other.clearsOn;
  }
  one satisfies never;
};
