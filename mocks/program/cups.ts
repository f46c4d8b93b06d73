import type { CollectionOutcome, Result, SpecimenType, Validity } from '#domain/drug-screens.ts';
import { minutesAfter } from './frame.ts';
import type { ProgramFixture } from './house.ts';
import type { Collection } from './life.ts';
import type { Session } from './sessions.ts';

type Read = {
  readonly session: Session;
  readonly programFixture: ProgramFixture;
  /** Strips with no line. */
  readonly detected: readonly string[];
  readonly validity?: Validity;
  readonly reason?: string | null;
  /** What went on to the laboratory, beside the cup. */
  readonly lab?: Readonly<Record<string, Result>>;
};

const specimen: SpecimenType = 'urine-cup';

// The batch of a session is signed once, two hours and twenty minutes into it.
const signedAfter = (session: Session): number => Math.min(140, session.minutes);

/** One cup read at a session, strip by strip in the cup's own order. */
export function cup({ session, programFixture, detected, validity = 'valid', reason = null, lab = {} }: Read): Collection {
  const strips = programFixture.cup.analytes.map((analyte): [string, Result] => [
    analyte,
    detected.includes(analyte) ? 'presumptive-positive' : 'negative',
  ]);
  return {
    on: session.on,
    at: minutesAfter(session.startsAt, signedAfter(session) - 35),
    receivedAt: minutesAfter(session.startsAt, signedAfter(session)),
    session,
    scheduled: true,
    outcome: 'collected',
    specimen,
    validity,
    reason,
    panel: programFixture.cup,
    results: { ...Object.fromEntries(strips), ...lab },
    confirmation: null,
  };
}

/** A slot from which no specimen came: which of the kinds it was stays what it was. */
export const notHandedOver = (session: Session, outcome: Exclude<CollectionOutcome, 'collected'>, programFixture: ProgramFixture): Collection => ({
  ...cup({ session, programFixture, detected: [] }),
  at: null,
  outcome,
  results: {},
});
