import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { sql } from 'kysely';
import type { Database } from '#server/database/pool.ts';

/** Gives a person an e-mail and password to sign in with. Answers the id that their staff row names. */
export async function createSignIn(
  db: Database,
  person: { readonly email: string; readonly name: string; readonly password: string },
): Promise<string> {
  const id = randomUUID();
  await sql`insert into sign_in_user (id, name, email, "emailVerified") values (${id}, ${person.name}, ${person.email.toLowerCase()}, true)`.execute(
    db,
  );
  await givePassword(db, id, person.password);
  return id;
}

/** Gives a person who has none a password to sign in with. */
export async function givePassword(db: Database, userId: string, password: string): Promise<void> {
  const kept = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await sql`insert into sign_in_account (id, "accountId", "providerId", "userId", password)
    values (${randomUUID()}, ${userId}, 'credential', ${userId}, ${kept})`.execute(db);
}

/** Nobody comes in with a sign-in that ended: neither where they are signed in now, nor by their password. */
export async function endSignIn(db: Database, userId: string): Promise<void> {
  await db.deleteFrom('sign_in_session').where('userId', '=', userId).execute();
  await db.deleteFrom('sign_in_account').where('userId', '=', userId).execute();
}
