import type { Instant } from '#domain/calendar/calendar.ts';
import type { World } from './world.ts';

/** A client who answered above 0 on the self-harm item at a moment; nobody was told yet. */
export const answeredItem9 = (world: World, clientId: string, at = '2026-11-23T13:31:00.000Z' as Instant) =>
  world.db
    .insertInto('safety_concern')
    .values({
      organization_id: world.organizationId,
      client_id: clientId,
      opened_at: at,
      trigger: 'item-9',
      notified: null,
      notified_at: null,
      recorded_by: null,
      closed_at: null,
    })
    .execute();
