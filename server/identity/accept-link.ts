import { sql } from 'kysely';
import type { contract } from '#contract/index.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { recordSystemEvent } from '#server/http/audit-trail.ts';
import { createSignIn, givePassword } from './sign-in-users.store.ts';
import { openLink, somebodyCanSignIn } from './one-time-links.rows.ts';
import { markLinkUsed } from './one-time-links.store.ts';
import { changeStaff, insertStaff, joinStaff } from './staff.store.ts';
import { insertOrganization } from '#server/programs/new-organization.store.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';

type Accepting = InputOf<typeof contract.signIn.accept>;
type First = NonNullable<Accepting['first']>;
type Link = NonNullable<Awaited<ReturnType<typeof openLink>>>;
type Member = { readonly organizationId: string; readonly staffId: string; readonly email: string };

/** What a link is for, or the refusal that an unknown, a used and an expired one share. */
export async function linkShown(db: Database, token: string, now: Instant): Promise<OutputOf<typeof contract.signIn.link>> {
  const link = await validLink(db, token, now);
  if (link.staff_id === null) return { kind: 'first', name: null, email: null };
  const { name } = await db.selectFrom('staff').select('name').where('id', '=', link.staff_id).executeTakeFirstOrThrow();
  return { kind: 'invitation', name, email: link.email };
}

/** Uses a link up: its person can sign in with the password they chose. Two that come at once make one. */
export function acceptLink(db: Database, { token, password, first }: Accepting, now: Instant): Promise<{ readonly email: string }> {
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('cairn-links', 0))`.execute(transaction);
    const link = await validLink(transaction, token, now);
    const member =
      link.staff_id === null ? await firstAdministrator(transaction, password, first) : await invited(transaction, link, password, first);
    await markLinkUsed(transaction, link.token_hash, now);
    const { organizationId, staffId } = member;
    await recordSystemEvent(transaction, { organizationId, action: 'signIn.accept', by: { staffId, role: null }, changed: null });
    return { email: member.email };
  });
}

async function validLink(db: Database, token: string, now: Instant): Promise<Link> {
  const link = await openLink(db, token, now);
  if (link === undefined || (link.staff_id === null && (await somebodyCanSignIn(db)))) throw new Refusal('link-unknown');
  return link;
}

async function firstAdministrator(db: Database, password: string, first: First | undefined): Promise<Member> {
  if (first === undefined) throw refuseField('first', 'Say what the clinic is called and who you are.');
  const email = first.email.trim();
  refuseOwnEmail(password, email);
  const { organizationId, programId } = await insertOrganization(db, first);
  const userId = await createSignIn(db, { email, name: first.name, password });
  const staffId = await insertStaff(db, { organizationId, userId, name: first.name, role: 'administrator' });
  await joinStaff(db, organizationId, { staffIds: [staffId], programIds: [programId] });
  return { organizationId, staffId, email };
}

async function invited(db: Database, link: Link, password: string, first: First | undefined): Promise<Member> {
  if (first !== undefined) throw refuseField('first', 'The clinic is there already. Leave this out.');
  const { organization_id: organizationId, staff_id: staffId, email } = link;
  if (organizationId === null || staffId === null || email === null) throw new Refusal('link-unknown');
  refuseOwnEmail(password, email);
  const staff = await db.selectFrom('staff').select(['name', 'user_id']).where('id', '=', staffId).executeTakeFirstOrThrow();
  if (staff.user_id === null) {
    const user_id = await createSignIn(db, { email, name: staff.name, password });
    await changeStaff(db, { organizationId, staffId }, { user_id });
  } else await givePassword(db, staff.user_id, password);
  return { organizationId, staffId, email };
}

function refuseOwnEmail(password: string, email: string): void {
  if (password.trim().toLowerCase() === email.toLowerCase())
    throw refuseField('password', 'Your e-mail is the first thing anybody would try. Choose something else.');
}
