import pino from 'pino';
import { createApp, type App } from '#server/http/app.ts';
import { createSignIn } from '#server/identity/sign-in-users.store.ts';
import { authenticationFor } from '#server/identity/sign-in.ts';
import { aWorld, type World } from './world.ts';

export const password = 'a long enough password';

export type ClinicWithSignIn = { readonly world: World; readonly app: App; readonly clock: { now: Date } };

/** A clinic whose therapist and tech come in by e-mail and password: therapist@example.org, tech@example.org. */
export async function aClinicWithSignIn(): Promise<ClinicWithSignIn> {
  const world = await aWorld();
  const clock = { now: new Date() };
  const app = createApp({
    db: world.db,
    clock: () => clock.now,
    authentication: authenticationFor({
      db: world.db,
      libraryDb: world.db,
      secret: 'a secret of thirty-two characters',
      baseUrl: 'http://localhost:3000',
      clock: () => clock.now,
      idleMinutes: 10,
    }),
    log: pino({ level: 'silent' }),
  });
  for (const role of ['therapist', 'tech'] as const) {
    const userId = await createSignIn(world.db, { email: `${role}@example.org`, name: world.staff[role].name, password });
    await world.db.updateTable('staff').set({ user_id: userId }).where('id', '=', world.staff[role].staffId).execute();
  }
  return { world, app, clock };
}
