import type { Role } from '#domain/people/roles.ts';
import { dayAt, type Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { recordSystemEvent } from '#server/http/audit-trail.ts';
import { endLinks, newLink } from './one-time-links.store.ts';
import { endSignIn } from './sign-in-users.store.ts';
import { changeStaff, insertStaff, replaceStaffPrograms } from './staff.store.ts';

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
  const { organizationId, name, role, programIds } = invited;
  const email = invited.email.trim().toLowerCase();
  return db.transaction().execute(async (transaction) => {
    const known = await memberOf(transaction, email);
    if (known !== undefined && (known.organization_id !== organizationId || known.canSignIn)) return null;
    const staffId = known?.id ?? (await insertStaff(transaction, { organizationId, userId: null, name, role }));
    const member = { organizationId, staffId };
    await changeStaff(transaction, member, { name, role, ended_on: null });
    await replaceStaffPrograms(transaction, member, programIds);
    await endLinks(transaction, staffId, now);
    await recordSystemEvent(transaction, { organizationId, action: 'user.add', by: { staffId, role: null }, changed: null });
    const whom = { organization_id: organizationId, staff_id: staffId, email };
    return newLink(transaction, whom, { address, now, opens: 'invitation' });
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
    const { organization_id: organizationId, id: staffId } = member;
    await changeStaff(transaction, { organizationId, staffId }, { ended_on: dayAt(now, time_zone) });
    if (member.user_id !== null) await endSignIn(transaction, member.user_id);
    await endLinks(transaction, staffId, now);
    await recordSystemEvent(transaction, { organizationId, action: 'user.end', by: { staffId, role: null }, changed: null });
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
