import type { Selectable } from 'kysely';
import { momentOf, timeAt } from '#domain/calendar/calendar.ts';
import type { Problem } from '#domain/imports/problems.ts';
import { sessionMet, type SessionHere } from '#domain/imports/sessions-met.ts';
import type { Tables } from '#server/database/pool.ts';
import type { SessionRow } from '../csv/sessions.ts';
import { translationWords } from '../csv/translation-words.ts';
import type { ImportContext } from '../import-context.rows.ts';

export type StoredSession = Selectable<Tables['session']>;

/** What a row says of its session once its names are looked up. */
type Given = Pick<StoredSession, 'program_id' | 'starts_at' | 'ends_at' | 'times_known'> & {
  readonly group_id?: string | null | undefined;
};

/** What a person wrote where the row's session is none of those that are here. */
export const anotherSession = 'another';

/** The session of the row's day that it is about, none, or why only a person can tell. */
export function metOn(
  { zone, groups }: ImportContext,
  facts: SessionRow,
  given: Given,
  ofDay: readonly StoredSession[],
  hasClient: (session: StoredSession) => boolean,
): StoredSession | { readonly problem: Problem } | null {
  const { sameAs, attendance, on } = facts;
  if (sameAs === anotherSession) return null;
  if (sameAs !== null)
    return ofDay.find(({ id, outside_key }) => id === sameAs || outside_key === sameAs) ?? { problem: { code: 'no-such-session' } };
  const here = ofDay.map((session): SessionHere => ({
    id: session.id,
    outsideKey: session.outside_key,
    programId: session.program_id,
    groupId: session.group_id,
    groupName: groups.find(({ id }) => id === session.group_id)?.name ?? null,
    service: session.service,
    title: session.title,
    timesKnown: session.times_known,
    startsAt: session.starts_at,
    endsAt: session.ends_at,
    hasClient: hasClient(session),
  }));
  const { cameAt = null, leftAt = null } = attendance ?? {};
  const met = sessionMet(
    {
      programId: given.program_id,
      groupId: given.group_id ?? null,
      service: facts.service,
      title: facts.title === translationWords.titleOf(facts.service) ? null : facts.title,
      times: given.times_known ? { startsAt: given.starts_at, endsAt: given.ends_at } : null,
      own: cameAt === null || leftAt === null ? null : { startsAt: momentOf(on, cameAt, zone), endsAt: momentOf(on, leftAt, zone) },
    },
    here,
  );
  if (met === null) return null;
  if (met.is === 'this') return ofDay.find(({ id }) => id === met.session.id) ?? null;
  const sessions = met.sessions.map(({ id, title, timesKnown, startsAt, endsAt }) => ({
    id,
    title,
    times: timesKnown ? { from: timeAt(startsAt, zone), to: timeAt(endsAt, zone) } : null,
  }));
  return { problem: { code: 'perhaps-same-session', sessions } };
}
