import type { Population } from '#domain/episodes/admission.ts';
import { isClinician } from '#server/access/capabilities.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

type Wanted = { readonly programId: string; readonly siteId?: string | null | undefined; readonly groupId?: string | null | undefined };

/** Refuses places that the organization doesn't have or that don't go together. Answers whom the program is for. */
export async function refuseLocations({ db }: Pick<Context, 'db'>, { programId, siteId, groupId }: Wanted): Promise<Population> {
  const program = await db.selectFrom('program').select(['name', 'population']).where('id', '=', programId).executeTakeFirst();
  if (program === undefined) throw refuseField('programId', 'There is no such program. Choose one of the list.');
  if (siteId != null) {
    const site = await db.selectFrom('site').select('id').where('id', '=', siteId).executeTakeFirst();
    if (site === undefined) throw refuseField('siteId', 'There is no such site. Choose one of the list.');
  }
  if (groupId != null) {
    const group = await db.selectFrom('care_group').select(['name', 'program_id']).where('id', '=', groupId).executeTakeFirst();
    if (group === undefined) throw refuseField('groupId', 'There is no such group. Choose one of the list.');
    if (group.program_id !== programId)
      throw refuseField('groupId', `${group.name} belongs to another program than ${program.name}. Choose a group of this one.`);
  }
  return program.population;
}

/** Refuses somebody who can't have a caseload: not of this staff, gone, or no clinician. */
export async function refuseTherapist({ db }: Pick<Context, 'db'>, staffId: string | null, field = 'therapistId'): Promise<void> {
  if (staffId === null) return;
  const staff = await db.selectFrom('staff').select(['name', 'role', 'ended_on']).where('id', '=', staffId).executeTakeFirst();
  if (staff === undefined || !isClinician(staff.role)) throw refuseField(field, 'Choose a therapist of the list.');
  if (staff.ended_on !== null) throw refuseField(field, `${staff.name} doesn’t work here any more. Choose somebody else.`);
}
