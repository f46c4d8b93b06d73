import type { InputOf } from '#contract/endpoint.ts';
import type { reviews } from '#contract/care-plan-reviews.ts';
import type { Reviewable } from '#contract/care-plan-reviews.ts';
import type { PhaseDecision } from '#domain/care-plan/review-kinds.ts';

export type ReviewInput = InputOf<typeof reviews.record>;

/** A review as it is being written. Nothing that is signed for starts filled in but the two days. */
export type ReviewDraft = {
  /** Which of the reviewables, by its place; null until one is chosen. */
  readonly of: string | null;
  readonly on: string;
  readonly summary: string;
  readonly level: string;
  readonly decision: PhaseDecision | null;
  readonly criteriaMet: readonly string[];
  readonly nextOn: string;
};

export const keyOf = ({ kind, id }: Pick<Reviewable, 'kind' | 'id'>): string => `${kind} ${id ?? ''}`;

export type MissingPart = 'what' | 'on' | 'summary' | 'decision' | 'nextOn';

/** Which parts have nothing in them that could be signed. */
export function missingIn(draft: ReviewDraft, chosen: Reviewable | null): readonly MissingPart[] {
  return [
    ...(chosen === null ? (['what'] as const) : []),
    ...(draft.on === '' ? (['on'] as const) : []),
    ...(draft.summary.trim() === '' ? (['summary'] as const) : []),
    ...(chosen?.kind === 'phase' && draft.decision === null ? (['decision'] as const) : []),
    ...(chosen?.kind !== 'instrument' && draft.nextOn === '' ? (['nextOn'] as const) : []),
  ];
}

/** The review as it is sent. */
export function inputOf(clientId: string, draft: ReviewDraft, chosen: Reviewable): ReviewInput {
  const { kind } = chosen;
  return {
    clientId,
    what: kind,
    about: chosen.id,
    on: draft.on,
    summary: draft.summary,
    nextOn: kind === 'instrument' ? null : draft.nextOn,
    ...(kind === 'goal' && draft.level !== '' ? { rating: Number(draft.level) } : {}),
    ...(kind === 'phase' ? { decision: draft.decision, criteriaMet: [...draft.criteriaMet] } : {}),
  };
}
