import type { Day } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { isOpen } from './open-slots.ts';

/** Days on which a screen was drawn later than the maximum gap, as far as they may be known. */
export async function lateDraws({ db, now }: Pick<Context, 'db' | 'now'>, clientId: string, from: Day): Promise<Day[]> {
  const rows = await db
    .selectFrom('screen_draw as drawn')
    .innerJoin('screen_slot as slot', (join) =>
      join
        .onRef('slot.organization_id', '=', 'drawn.organization_id')
        .onRef('slot.client_id', '=', 'drawn.client_id')
        .onRef('slot.due_on', '=', 'drawn.on_day'),
    )
    .select('drawn.on_day')
    .where('drawn.client_id', '=', clientId)
    .where('drawn.because', '=', 'gap-passed')
    .where('drawn.drawn', '=', true)
    .where('drawn.on_day', '>=', from)
    .where('slot.reason', '=', 'scheduled')
    .where(isOpen('slot', now))
    .orderBy('drawn.on_day')
    .execute();
  return rows.map(({ on_day }) => on_day);
}
