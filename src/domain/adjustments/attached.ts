import { came, isTreatment, type SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { addDays, dayAt, earliest, momentOf, type Day, type Instant, type OpenDays, type Zone } from '#domain/calendar/calendar.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

/** A result that attached to an adjustment after its signature, which answered nothing of it (program rule 2.1). */
export type AttachedResult = {
  /** The screen as it stands now. */
  readonly screenId: string;
  readonly analytes: readonly string[];
  readonly attachedAt: Instant;
  /** When it was spoken of, or a later change was signed; null while it waits. */
  readonly answeredAt: Instant | null;
};

/** What can answer an attached result: a contact in which its adjustment's results were spoken of, and any change of the plan signed later. */
export type AnswersLater = { readonly contactsAt: readonly Instant[]; readonly changesSignedAt: readonly Instant[] };

/** The first conversation or signed change that came after a result attached; one conversation answers all before it (program rule 2.1). */
export const attachedAnsweredAt = (attachedAt: Instant, { contactsAt, changesSignedAt }: AnswersLater): Instant | null =>
  earliest([...contactsAt.filter((at) => at >= attachedAt), ...changesSignedAt.filter((at) => at > attachedAt)]);

/** So many results after the signature bring the follow-up forward: are the plan, the medication and the level right? */
export const attachedThatBringFollowUp = 2;

/**
 * When an attached result is to be spoken of: by the close of the next day on which the client attends, at most so many days on (program rule 2.1).
 * A session that was cancelled, or that they didn't come to, is no such day; one that is still to come counts as planned.
 */
export function attachedDueAt(
  attachedAt: Instant,
  sessions: readonly SessionFacts[],
  { settings, zone, open }: { readonly settings: ProgramSettings; readonly zone: Zone; readonly open: OpenDays },
): Instant {
  const on = dayAt(attachedAt, zone);
  const last = addDays(on, settings.attachDays);
  const attended = sessions.flatMap((session): Day[] =>
    session.startsAt > attachedAt &&
    isTreatment(session.service) &&
    !session.cancelledByProgram &&
    (session.status === null || came(session))
      ? [dayAt(session.startsAt, zone)]
      : [],
  );
  return momentOf(earliest([...attended, last]) ?? last, open.closesAt, zone);
}
