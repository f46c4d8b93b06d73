import type { Day } from '#domain/calendar/calendar.ts';
import { day } from '#domain/calendar/calendar.ts';
import type { World } from './world.ts';

type Wanted = {
  readonly chart?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly bornOn?: Day | null;
  readonly openedOn?: Day;
  readonly organizationId?: string;
  readonly programId?: string;
  readonly therapistId?: string | null;
};

let made = 0;

/** A client with an open episode, on the therapist's caseload unless said otherwise. Answers both ids. */
export async function aClient(
  world: Pick<World, 'db' | 'organizationId' | 'programId' | 'staff'>,
  wanted: Wanted = {},
): Promise<{ clientId: string; episodeId: string }> {
  made += 1;
  const organization_id = wanted.organizationId ?? world.organizationId;
  const { id: clientId } = await world.db
    .insertInto('client')
    .values({
      organization_id,
      chart_number: wanted.chart ?? `T-${made}`,
      first_name: wanted.firstName ?? 'Jordan',
      last_name: wanted.lastName ?? 'Marsh',
      preferred_name: null,
      pronouns: null,
      born_on: wanted.bornOn === undefined ? day('1992-02-12') : wanted.bornOn,
      superseded_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: episodeId } = await world.db
    .insertInto('episode')
    .values({
      organization_id,
      client_id: clientId,
      program_id: wanted.programId ?? world.programId,
      site_id: null,
      group_id: null,
      therapist_id: wanted.therapistId === undefined ? world.staff.therapist.staffId : wanted.therapistId,
      opened_on: wanted.openedOn ?? day('2026-06-08'),
      admission_source: null,
      primary_substance: null,
      closed_on: null,
      closed_because: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { clientId, episodeId };
}
