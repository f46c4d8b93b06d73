import type { Updateable } from 'kysely';
import type { Role } from '#domain/people/roles.ts';
import type { Database, Tables } from '#server/database/pool.ts';

type NewStaff = { readonly organizationId: string; readonly userId: string | null; readonly name: string; readonly role: Role };

/** A member of staff, with or without a sign-in; answers their id. */
export async function insertStaff(db: Database, { organizationId, userId, name, role }: NewStaff): Promise<string> {
  const { id } = await db
    .insertInto('staff')
    .values({ organization_id: organizationId, user_id: userId, name, role, ended_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

type Member = { readonly organizationId: string; readonly staffId: string };

export async function changeStaff(db: Database, { organizationId, staffId }: Member, set: Updateable<Tables['staff']>): Promise<void> {
  await db.updateTable('staff').set(set).where('organization_id', '=', organizationId).where('id', '=', staffId).execute();
}

type Joining = { readonly staffIds: readonly string[]; readonly programIds: readonly string[] };

/** Lets people work in programs. Who works there already goes on. */
export async function joinStaff(db: Database, organizationId: string, { staffIds, programIds }: Joining): Promise<void> {
  await db
    .insertInto('staff_program')
    .values(staffIds.flatMap((staff_id) => programIds.map((program_id) => ({ organization_id: organizationId, staff_id, program_id }))))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Lets somebody work in these programs and no others. */
export async function replaceStaffPrograms(
  db: Database,
  { organizationId, staffId }: Member,
  programIds: readonly string[],
): Promise<void> {
  await db.deleteFrom('staff_program').where('organization_id', '=', organizationId).where('staff_id', '=', staffId).execute();
  await joinStaff(db, organizationId, { staffIds: [staffId], programIds });
}
