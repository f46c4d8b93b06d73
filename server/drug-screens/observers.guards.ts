import { sql } from 'kysely';
import type { FieldProblem } from '#contract/refusals.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

type Named = { readonly field: string; readonly observerId: string };

/** Refuses observers whom the organization doesn't know, and those who had left before the day. */
export async function refuseOtherObservers({ db }: Pick<Context, 'db'>, named: readonly Named[], on: Day): Promise<void> {
  if (named.length === 0) return;
  const staff = await db
    .selectFrom('staff')
    .select(['id', 'name', 'ended_on'])
    .where((eb) => eb('id', '=', sql<string>`any(${named.map(({ observerId }) => observerId)}::uuid[])`))
    .execute();
  const problems = named.flatMap(({ field, observerId }): FieldProblem[] => {
    const found = staff.find(({ id }) => id === observerId);
    if (found === undefined) return [{ field, message: 'There is nobody of this id on the staff. Choose a name of the list.' }];
    if (found.ended_on === null || found.ended_on >= on) return [];
    return [{ field, message: `${found.name} left on ${dayWithYear(found.ended_on)}, before this day. Choose who was there.` }];
  });
  if (problems.length > 0) throw new Refusal('input-invalid', undefined, problems);
}
