import { safetyOpenings } from '#domain/safety/safety-clock.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { Notified } from '#server/safety/notification.guards.ts';
import { insertConcerns } from '#server/safety/safety-concerns.store.ts';

/** The clock rests on the number alone: neither baseline nor an explanation keeps it from starting. */
export async function startBreathClock(
  context: Context,
  { id, clientId }: { readonly id: string; readonly clientId: string },
  value: number,
  notified: Notified | null,
): Promise<void> {
  const facts = { item9: null, breathAlcohol: value, analytes: [], opioidMedicationStopped: false, returned: false, reported: [] };
  await insertConcerns(
    context,
    context.now,
    safetyOpenings(facts, context.settings).map((kind) => ({
      clientId,
      kind,
      notified,
      source: 'breath',
      facts: { breathAlcohol: value },
      screenId: id,
      raisedBy: context.actor.staffId,
    })),
  );
}
