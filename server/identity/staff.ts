import type { Role } from '#domain/people/roles.ts';
import { dayAt, type Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { newLink } from './one-time-links.ts';

type Invited = {
  readonly organizationId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly programIds: readonly string[];
};

/**
 * Makes a member of staff, or changes one who has no password (yet, or any more), and gives them a link to choose one.
 * An earlier link of theirs stops. Null where the e-mail belongs to somebody who can sign in, or to another organization.
 */
export function invite(db: Database, invited: Invited, { address, now }: { address: string; now: Instant }): Promise<string | null> {
  const { organizationId: organization_id, name, role, programIds } = invited;
  const email = invited.email.trim().toLowerCase();
  return db.transaction().execute(async (transaction) => {
    const known = await memberOf(transaction, email);
    if (known !== undefined && (known.organization_id !== organization_id || known.canSignIn)) return null;
    const staff_id = known?.id ?? (await newStaff(transaction, { organization_id, name, role }));
    const changed = { name, role, ended_on: null };
    await transaction.updateTable('staff').set(changed).where('organization_id', '=', organization_id).where('id', '=', staff_id).execute();
    await transaction.deleteFrom('staff_program').where('organization_id', '=', organization_id).where('staff_id', '=', staff_id).execute();
    await transaction
      .insertInto('staff_program')
      .values(programIds.map((program_id) => ({ organization_id, staff_id, program_id })))
      .execute();
    await endLinks(transaction, staff_id, now);
    await written(transaction, organization_id, staff_id, 'user.add');
    return newLink(transaction, { organization_id, staff_id, email }, { address, now, opens: 'invitation' });
  });
}

/** Ends somebody's access at once: sessions, password and links. What they did keeps their name. False where nobody has this e-mail. */
export function endAccess(db: Database, given: string, now: Instant): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const member = await memberOf(transaction, given.trim().toLowerCase());
    if (member === undefined) return false;
    const { time_zone } = await transaction
      .selectFrom('organization')
      .select('time_zone')
      .where('id', '=', member.organization_id)
      .executeTakeFirstOrThrow();
    await transaction
      .updateTable('staff')
      .set({ ended_on: dayAt(now, time_zone) })
      .where('organization_id', '=', member.organization_id)
      .where('id', '=', member.id)
      .execute();
    if (member.user_id !== null) {
      await transaction.deleteFrom('sign_in_session').where('userId', '=', member.user_id).execute();
      await transaction.deleteFrom('sign_in_account').where('userId', '=', member.user_id).execute();
    }
    await endLinks(transaction, member.id, now);
    await written(transaction, member.organization_id, member.id, 'user.end');
    return true;
  });
}

/** Who has an e-mail, by their sign-in or by a link that they were given. */
async function memberOf(db: Database, email: string) {
  const row = await db
    .selectFrom('staff')
    .leftJoin('sign_in_user', 'sign_in_user.id', 'staff.user_id')
    .leftJoin('sign_in_account', 'sign_in_account.userId', 'staff.user_id')
    .leftJoin('setup_link', 'setup_link.staff_id', 'staff.id')
    .select(['staff.organization_id', 'staff.id', 'staff.user_id', 'sign_in_account.id as account'])
    .where((eb) => eb.or([eb('sign_in_user.email', '=', email), eb('setup_link.email', '=', email)]))
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, canSignIn: row.account !== null };
}

async function newStaff(db: Database, staff: { organization_id: string; name: string; role: Role }): Promise<string> {
  const { id } = await db
    .insertInto('staff')
    .values({ ...staff, user_id: null, ended_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const endLinks = (db: Database, staffId: string, now: Instant) =>
  db.updateTable('setup_link').set({ used_at: now }).where('staff_id', '=', staffId).where('used_at', 'is', null).execute();

const written = (db: Database, organization_id: string, staff_id: string, action: string) =>
  db.insertInto('audit_event').values({ organization_id, staff_id, role: null, action, kind: 'system', request_id: '-' }).execute();
