import { sql } from 'kysely';
import type { contract } from '#contract/index.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { createSignIn, givePassword } from './sign-in-user.ts';
import { openLink, somebodyCanSignIn } from './one-time-links.ts';
import { writeDefaults } from '#server/programs/new-organization.store.ts';
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
    await transaction.updateTable('setup_link').set({ used_at: now }).where('token_hash', '=', link.token_hash).execute();
    await transaction
      .insertInto('audit_event')
      .values({
        organization_id: member.organizationId,
        staff_id: member.staffId,
        role: null,
        action: 'signIn.accept',
        kind: 'system',
        request_id: '-',
      })
      .execute();
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
  const { id: organization_id } = await db
    .insertInto('organization')
    .values({ name: first.organization, time_zone: first.timeZone, settings: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const program = await db.insertInto('program').values({ organization_id, name: first.program }).returning('id').executeTakeFirstOrThrow();
  await db.insertInto('site').values({ organization_id, name: first.site, time_zone: first.timeZone }).execute();
  await writeDefaults(db, organization_id);
  const user_id = await createSignIn(db, { email, name: first.name, password });
  const { id: staff_id } = await db
    .insertInto('staff')
    .values({ organization_id, user_id, name: first.name, role: 'administrator', ended_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('staff_program').values({ organization_id, staff_id, program_id: program.id }).execute();
  return { organizationId: organization_id, staffId: staff_id, email };
}

async function invited(db: Database, link: Link, password: string, first: First | undefined): Promise<Member> {
  if (first !== undefined) throw refuseField('first', 'The clinic is there already. Leave this out.');
  const { organization_id: organizationId, staff_id: staffId, email } = link;
  if (organizationId === null || staffId === null || email === null) throw new Refusal('link-unknown');
  refuseOwnEmail(password, email);
  const staff = await db.selectFrom('staff').select(['name', 'user_id']).where('id', '=', staffId).executeTakeFirstOrThrow();
  if (staff.user_id === null) {
    const user_id = await createSignIn(db, { email, name: staff.name, password });
    await db.updateTable('staff').set({ user_id }).where('organization_id', '=', organizationId).where('id', '=', staffId).execute();
  } else await givePassword(db, staff.user_id, password);
  return { organizationId, staffId, email };
}

function refuseOwnEmail(password: string, email: string): void {
  if (password.trim().toLowerCase() === email.toLowerCase())
    throw refuseField('password', 'Your e-mail is the first thing anybody would try. Choose something else.');
}
