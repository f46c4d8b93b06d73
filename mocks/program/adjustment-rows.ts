import type { Opened } from './adjustments.ts';
import { answeredBy } from './answers.ts';
import { clientIdOf } from './client-rows.ts';
import type { Frame } from './frame.ts';
import type { ClientFixture } from './life.ts';
import type { Book } from './rows.ts';

/** The client's adjustments as far as the team has answered them by now. */
export function writeAdjustments(book: Book, fixture: ClientFixture, adjustments: readonly Opened[], { now }: Frame): void {
  for (const adjustment of adjustments) {
    writeAdjustment(book, fixture, adjustment, now);
    for (const { screenId, analyte, at } of adjustment.attached) {
      book.write('adjustment_result', { adjustment_id: adjustment.id, screen_id: screenId, analyte, attached_at: at });
    }
    for (const [position, change] of (answeredBy(adjustment.answer, now).signed?.changes ?? []).entries()) {
      book.write('adjustment_change', {
        adjustment_id: adjustment.id,
        position,
        line: change.line,
        what: change.what,
        from_on: change.from,
        who: change.who.id,
      });
    }
  }
}

function writeAdjustment(book: Book, fixture: ClientFixture, adjustment: Opened, now: Frame['now']): void {
  const { checked, talk, naloxone, explained, signed, outcome } = answeredBy(adjustment.answer, now);
  book.write('adjustment', {
    id: adjustment.id,
    client_id: clientIdOf(fixture),
    number: adjustment.number,
    trigger: adjustment.trigger,
    about: adjustment.about,
    screen_id: adjustment.screenId,
    analytes: [...adjustment.analytes],
    specimen_not_valid: adjustment.notValid,
    opened_at: adjustment.openedAt,
    talk_due_at: adjustment.talkDueAt,
    sign_due_at: adjustment.signDueAt,
    checked,
    talked_at: talk?.at ?? null,
    talk_method: talk?.method ?? null,
    own_words: talk?.ownWords ?? null,
    own_words_exportable: talk?.exportable ?? false,
    safety_today: talk?.safety ?? null,
    naloxone,
    explained_at: explained?.at ?? null,
    explanation: explained?.why ?? null,
    signed_at: signed?.at ?? null,
    signed_by: signed?.by.id ?? null,
    no_change_reason: signed?.noChangeBecause ?? null,
    client_view: signed?.view ?? null,
    follow_up_on: signed?.followUpOn ?? null,
    follow_up_by: signed === null || signed.followUpOn === null ? null : signed.by.id,
    better_looks_like: signed?.better ?? null,
    outcome: outcome?.what ?? null,
    outcome_at: outcome?.at ?? null,
    outcome_note: outcome?.note ?? null,
    amended_at: adjustment.amendedAt,
  });
}
