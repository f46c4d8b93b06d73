import { dayAt, instantOf } from '#domain/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { createSignIn } from '#server/enrolment.ts';
import { bringInAFile } from './brought-file.ts';
import { loadProgram } from './load.ts';

export type DemoSignIn = { readonly email: string; readonly password: string; readonly role: string };

/** Nothing real is behind it, so it may be printed. */
export const demoPassword = 'a-waterline-of-hours';

/** Loads the synthetic program up to today where it isn't there yet, and answers one sign-in per role. */
export async function readyDemo(db: Database, now: Date, log: (line: string) => void): Promise<DemoSignIn[]> {
  const there = await db.selectFrom('organization').select('id').limit(1).executeTakeFirst();
  if (there === undefined) log('Loading the synthetic program, up to today.');
  const moment = instantOf(now);
  const { signIns } = await loadProgram(db, {
    today: dayAt(moment, 'America/Chicago'),
    now: moment,
    createSignIn: (person) => createSignIn(db, { ...person, password: demoPassword }),
  });
  if (there === undefined) await bringInAFile(db, 'j.park@cairn.demo', moment);
  return signIns.map(({ email, role }) => ({ email, password: demoPassword, role }));
}

/** The demonstration is made anew each day, so that it always ends today. */
export const demoDatabase = (now: Date): string => `cairn_demo_${dayAt(instantOf(now), 'America/Chicago').replaceAll('-', '_')}`;
