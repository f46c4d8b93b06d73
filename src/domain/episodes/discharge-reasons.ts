import { addHours, type Day, type Instant } from '#domain/calendar/calendar.ts';
import { stateOf, type AdjustmentFacts } from '#domain/adjustments/states.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

export const dischargeReasons = [
  'completed',
  'stepped-down',
  'stepped-up',
  'transferred',
  'moved-away',
  'chose-to-leave',
  'lost-contact',
  'coverage-ended',
  'hospitalized',
  'incarcerated',
  'died',
  'level-declined',
  'ended-by-program',
] as const;
export type DischargeReason = (typeof dischargeReasons)[number];

type Row = { readonly teds: 1 | 2 | 3 | 4 | 5 | 6 | 7; readonly retention: 'event' | 'competing' };

/** Each reason's TEDS reason code, for export, and what it is in the retention figures. No reason names a test. */
export const dischargeRules: Readonly<Record<DischargeReason, Row>> = {
  completed: { teds: 1, retention: 'competing' },
  'stepped-down': { teds: 4, retention: 'competing' },
  'stepped-up': { teds: 4, retention: 'competing' },
  transferred: { teds: 4, retention: 'competing' },
  'moved-away': { teds: 7, retention: 'competing' },
  'chose-to-leave': { teds: 2, retention: 'event' },
  'lost-contact': { teds: 2, retention: 'event' },
  'coverage-ended': { teds: 7, retention: 'event' },
  hospitalized: { teds: 7, retention: 'competing' },
  incarcerated: { teds: 5, retention: 'competing' },
  died: { teds: 6, retention: 'competing' },
  'level-declined': { teds: 7, retention: 'event' },
  'ended-by-program': { teds: 3, retention: 'event' },
};

export const dischargeRefusals = [
  'answer-due',
  'answered-just-now',
  'safety-record-needed',
  'second-signer-needed',
  'linkage-needed',
] as const;
export type DischargeRefusal = (typeof dischargeRefusals)[number];

export type DischargeQuestion = {
  readonly reason: DischargeReason;
  readonly adjustments: readonly AdjustmentFacts[];
  readonly hasSafetyRecord: boolean;
  readonly hasSecondSigner: boolean;
  /** The program or service that the client was linked to. */
  readonly hasLinkage: boolean;
  readonly now: Instant;
  readonly today: Day;
  readonly settings: ProgramSettings;
};

/**
 * What stands in the way of closing an episode; empty where nothing does (program rule).
 * An adjustment that is due, talked or signed within 72 h blocks only 'ended by the program': leaving, a needed transfer and every other reason are never hindered.
 */
export function mayClose(question: DischargeQuestion): readonly DischargeRefusal[] {
  const { reason, now, today } = question;
  if (reason === 'level-declined') {
    const needed: [DischargeRefusal, boolean][] = [
      ['second-signer-needed', !question.hasSecondSigner],
      ['linkage-needed', !question.hasLinkage],
    ];
    return needed.filter(([, missing]) => missing).map(([refusal]) => refusal);
  }
  if (reason !== 'ended-by-program') return [];

  const guardedSince = addHours(now, -question.settings.closureGuardHours);
  const states = question.adjustments.map((adjustment) => stateOf(adjustment, today));
  const blocked: Readonly<Record<Exclude<DischargeRefusal, 'linkage-needed'>, boolean>> = {
    'answer-due': states.includes('due') || states.includes('talked'),
    'answered-just-now': question.adjustments.some(({ signedAt }) => signedAt !== null && signedAt > guardedSince),
    'safety-record-needed': !question.hasSafetyRecord,
    'second-signer-needed': !question.hasSecondSigner,
  };
  return (['answer-due', 'answered-just-now', 'safety-record-needed', 'second-signer-needed'] as const).filter(
    (refusal) => blocked[refusal],
  );
}
