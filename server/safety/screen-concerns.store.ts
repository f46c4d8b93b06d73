import { safetyOpenings, type SafetyKind, type SafetySource } from '#domain/safety/safety-clock.ts';
import { sql } from 'kysely';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { isFuture, type Log } from '#server/drug-screens/log-entries.guards.ts';
import type { ReadScreen } from '#server/adjustments/answer-screens.store.ts';

/** Refuses a report whose "who did you tell, and when" can't be true yet. */
export function refuseImpossibleReports(reports: Log['safety'], { now }: Pick<Context, 'now'>): void {
  const index = reports.findIndex(({ notifiedAt }) => isFuture(notifiedAt, now));
  if (index >= 0) throw refuseField(`safety.${index}.notifiedAt`, 'That time is still to come. Say when you told them.');
}

type Concern = {
  readonly clientId: string;
  readonly kind: SafetyKind;
  readonly notified: string | null;
  readonly notifiedAt: Log['safety'][number]['notifiedAt'] | null;
  readonly source: SafetySource;
  readonly label: string | null;
  readonly screenId: string | null;
};

/**
 * Starts the safety clock for what was found and for what the reader saw in a session. A clock that already runs for the same finding
 * isn't started twice.
 */
export async function openConcerns(
  context: Context,
  screens: readonly ReadScreen[],
  reports: Log['safety'],
  seenAt: string | null,
): Promise<void> {
  const { db, settings } = context;
  const found = screens.flatMap(({ id, clientId, findings }) =>
    kindsIn(findings, settings).map((kind): Concern => ({
      clientId,
      kind,
      notified: null,
      notifiedAt: null,
      source: 'screen',
      label: null,
      screenId: id,
    })),
  );
  const running = await db
    .selectFrom('safety_concern')
    .select(['client_id', 'trigger'])
    .where((eb) => eb('client_id', '=', sql<string>`any(${found.map(({ clientId }) => clientId)}::uuid[])`))
    .where('closed_at', 'is', null)
    .execute();
  const fresh = found.filter(({ clientId, kind }) => !running.some((one) => one.client_id === clientId && one.trigger === kind));
  const reported = reports.map(({ trigger, ...report }): Concern => ({
    ...report,
    kind: trigger,
    source: 'log',
    label: seenAt,
    screenId: null,
  }));
  await startClocks(context, [...fresh, ...reported]);
}

/** Writes concerns down as open, with where each came from. Whoever was told is told by whoever writes it. */
export async function startClocks({ db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>, concerns: readonly Concern[]): Promise<void> {
  if (concerns.length === 0) return;
  await db
    .insertInto('safety_concern')
    .values(
      concerns.map(({ clientId, kind, notified, notifiedAt, source, label, screenId }) => ({
        organization_id: actor.organizationId,
        client_id: clientId,
        opened_at: now,
        trigger: kind,
        notified,
        notified_at: notifiedAt,
        recorded_by: notified === null ? null : actor.staffId,
        closed_at: null,
        source,
        source_summary: label,
        screen_id: screenId,
        raised_by: screenId === null || source === 'breath' ? actor.staffId : null,
      })),
    )
    .execute();
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
