import { addDays, momentOf } from '#domain/calendar.ts';
import type { Frame } from './frame.ts';
import type { Life } from './life.ts';
import { idFor } from './random.ts';
import { writeDouble, writeReach } from './reach-rows.ts';
import type { Book } from './rows.ts';

/** Who sends people here. None of these places exists. */
const referrers: Readonly<Record<string, string>> = {
  detox: 'Harbor Point detox (demo)',
  'residential program': 'Long Meadow residential (demo)',
  'primary care': 'Dr. Abara, Elm Street clinic (demo)',
  'court, with consent': 'County court (demo)',
  hospital: 'Lakeside hospital (demo)',
};

export const clientIdOf = (life: Pick<Life, 'key'>): string => idFor(`client ${life.key}`);
export const episodeIdOf = (life: Pick<Life, 'key'>): string => idFor(`client ${life.key} episode`);

const doubled = 'theo';

/** Who the client is and the spans of their care: everything that hangs on the client and not on a session or a screen. */
export function writeClient(book: Book, life: Life, frame: Frame): void {
  const client_id = clientIdOf(life);
  const { person, closing } = life;
  book.write('client', {
    id: client_id,
    chart_number: person.chart,
    first_name: person.first,
    last_name: person.last,
    preferred_name: person.preferred,
    pronouns: person.pronouns,
    born_on: person.bornOn,
    superseded_by: null,
    created_at: momentOf(life.openedOn, '08:30', frame.zone),
  });
  writeReach(book, life, client_id);
  if (life.key === doubled) writeDouble(book, life, frame);
  // A safety ending is written after its record, so the episode is open until then.
  const closed = closing === null || closing.safety !== null ? null : closing;
  book.write('episode', {
    id: episodeIdOf(life),
    client_id,
    program_id: life.group.program.id,
    site_id: life.group.site.id,
    group_id: life.group.id,
    therapist_id: life.therapist.id,
    opened_on: life.openedOn,
    admission_source: life.admissionSource,
    referred_on: addDays(life.openedOn, -4),
    referred_by: referrers[life.admissionSource] ?? null,
    primary_substance: life.primarySubstance,
    closed_on: closed?.on ?? null,
    closed_because: closed?.because ?? null,
  });
  writeSpans(book, life, client_id);
  writeWatch(book, life, client_id);
}

function writeSpans(book: Book, life: Life, client_id: string): void {
  const idOf = (kind: string, key: string | number) => idFor(`client ${life.key} ${kind} ${key}`);
  for (const { from, perWeek } of life.hours)
    book.write('prescribed_hours', { id: idOf('hours', from), client_id, hours_per_week: perWeek, from_on: from });
  for (const { number, name, from, to, reviewDueOn, criteria } of life.phases) {
    book.write('phase_span', {
      id: idOf('phase', number),
      client_id,
      number,
      name,
      from_on: from,
      to_on: to,
      review_due_on: reviewDueOn,
      criteria: [...criteria],
    });
  }
  for (const { from, to, reason } of life.leaves)
    book.write('leave_span', { id: idOf('leave', from), client_id, from_on: from, to_on: to, reason });
  for (const { analyte, kind, basis, from, to } of life.windows) {
    book.write('reading_window', {
      id: idOf('window', `${analyte} ${from}`),
      client_id,
      analyte,
      kind,
      basis,
      from_on: from,
      to_on: to,
      set_by: life.therapist.id,
    });
  }
  for (const { name, dose, startedOn, endedOn } of life.medications) {
    book.write('medication', {
      id: idOf('medication', `${name} ${startedOn}`),
      client_id,
      name,
      dose,
      started_on: startedOn,
      ended_on: endedOn,
    });
  }
  for (const { payer, number, days, from, to, nextReviewOn } of life.authorisations) {
    book.write('authorisation', {
      id: idOf('authorisation', number),
      client_id,
      payer,
      number,
      quantity: days,
      from_on: from,
      to_on: to,
      next_review_on: nextReviewOn,
    });
  }
}

const checkSaid = 'Seen with the on-call clinician before leaving; the safety plan gone through, and a call agreed for tomorrow.';

function writeWatch(book: Book, life: Life, client_id: string): void {
  const by = life.therapist.id;
  const idOf = (kind: string, key: string | number) => idFor(`client ${life.key} ${kind} ${key}`);
  for (const [index, { at, method, twoWay, note }] of life.contacts.entries())
    book.write('contact', { id: idOf('contact', index), client_id, at, method, two_way: twoWay, note, by });
  for (const { need, reason, fromAt, untilOn } of life.snoozes) {
    book.write('snooze', { id: idOf('snooze', fromAt), client_id, need, reason, from_at: fromAt, until_on: untilOn, by, supervisor: null });
  }
  for (const { openedAt, trigger, told, toldAt, closedAt, screenId = null } of life.concerns) {
    book.write('safety_concern', {
      id: idOf('concern', `${trigger} ${openedAt}`),
      client_id,
      opened_at: openedAt,
      trigger,
      told,
      told_at: toldAt,
      recorded_by: by,
      closed_at: closedAt,
      source: screenId === null ? 'instrument' : 'screen',
      source_label: screenId === null ? 'PHQ-9' : null,
      screen_id: screenId,
      closed_by: closedAt === null ? null : by,
      closed_label: closedAt === null ? null : checkSaid,
    });
  }
  for (const { instrument, on, score, item9 } of life.scores) {
    book.write('instrument_score', { id: idOf(instrument, on), client_id, instrument, taken_on: on, score, item9 });
  }
  for (const [index, goal] of life.goals.entries()) {
    const id = idOf('goal', index + 1);
    const { title, domain, levels, nextReviewOn, ratings } = goal;
    book.write('goal', {
      id,
      client_id,
      number: index + 1,
      title,
      domain,
      levels: [...levels],
      next_review_on: nextReviewOn,
      closed_on: null,
    });
    for (const [on, level] of ratings) book.write('goal_rating', { goal_id: id, client_id, rated_on: on, level, rated_by: by });
  }
}
