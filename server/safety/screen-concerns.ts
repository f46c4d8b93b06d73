import { safetyOpenings, type SafetyKind } from '#domain/safety/safety-clock.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { ReadScreen } from '#server/adjustments/answer-screens.ts';
import { runningConcerns } from './safety-concerns.rows.ts';
import { insertConcerns } from './safety-concerns.store.ts';

/** Starts the safety clock for what was found on screens. A clock that already runs for the same finding isn't started twice. */
export async function openConcerns(context: Context, screens: readonly ReadScreen[]): Promise<void> {
  const found = screens.flatMap(({ id, clientId, findings }) =>
    kindsIn(findings, context.settings).map((kind) => ({ clientId, kind, screenId: id })),
  );
  const running = await runningConcerns(
    context.db,
    found.map(({ clientId }) => clientId),
  );
  const fresh = found.filter(({ clientId, kind }) => !running.some((one) => one.client_id === clientId && one.trigger === kind));
  await insertConcerns(
    context,
    context.now,
    fresh.map((concern) => ({ ...concern, notified: null, source: 'screen', raisedBy: null })),
  );
}

const kindsIn = (findings: ReadScreen['findings'], settings: Context['settings']): readonly SafetyKind[] =>
  safetyOpenings(
    {
      item9: null,
      breathAlcohol: null,
      analytes: Object.entries(findings).map(([analyte, finding]) => ({ analyte, finding })),
      opioidMedicationStopped: false,
      returned: false,
      reported: [],
    },
    settings,
  );
