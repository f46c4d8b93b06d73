import { addDays, momentOf } from '#domain/calendar.ts';
import type { Frame } from './frame.ts';
import type { ClientFixture } from './life.ts';
import { idFor } from './random.ts';
import { writeDuplicate, writeReach } from './reach-rows.ts';
import type { Book } from './rows.ts';

/** Who sends people here. None of these places exists. */
const referrers: Readonly<Record<string, string>> = {
  detox: 'Harbor Point detox (demo)',
  'residential program': 'Long Meadow residential (demo)',
  'primary care': 'Dr. Abara, Elm Street clinic (demo)',
  'court, with consent': 'County court (demo)',
  hospital: 'Lakeside hospital (demo)',
};

export const clientIdOf = (fixture: Pick<ClientFixture, 'key'>): string => idFor(`client ${fixture.key}`);
export const episodeIdOf = (fixture: Pick<ClientFixture, 'key'>): string => idFor(`client ${fixture.key} episode`);

const doubled = 'theo';

/** Who the client is and the spans of their care: everything that hangs on the client and not on a session or a screen. */
export function writeClient(book: Book, fixture: ClientFixture, frame: Frame): void {
  const client_id = clientIdOf(fixture);
  const { person, discharge } = fixture;
  book.write('client', {
    id: client_id,
    chart_number: person.chart,
    first_name: person.first,
    last_name: person.last,
    preferred_name: person.preferred,
    pronouns: person.pronouns,
    born_on: person.bornOn,
    superseded_by: null,
    created_at: momentOf(fixture.openedOn, '08:30', frame.zone),
  });
  writeReach(book, fixture, client_id);
  if (fixture.key === doubled) writeDuplicate(book, fixture, frame);
  // A safety ending is written after its record, so the episode is open until then.
  const closed = discharge === null || discharge.safety !== null ? null : discharge;
  book.write('episode', {
    id: episodeIdOf(fixture),
    client_id,
    program_id: fixture.group.program.id,
    site_id: fixture.group.site.id,
    group_id: fixture.group.id,
    therapist_id: fixture.therapist.id,
    opened_on: fixture.openedOn,
    admission_source: fixture.admissionSource,
    referred_on: addDays(fixture.openedOn, -4),
    referred_by: referrers[fixture.admissionSource] ?? null,
    primary_substance: fixture.primarySubstance,
    closed_on: closed?.on ?? null,
    closed_because: closed?.because ?? null,
  });
  writeSpans(book, fixture, client_id);
  writeWatch(book, fixture, client_id);
}

function writeSpans(book: Book, fixture: ClientFixture, client_id: string): void {
  const idOf = (kind: string, key: string | number) => idFor(`client ${fixture.key} ${kind} ${key}`);
  for (const { from, perWeek } of fixture.hours)
    book.write('prescribed_hours', { id: idOf('hours', from), client_id, hours_per_week: perWeek, from_on: from });
  for (const { number, name, from, to, reviewDueOn, criteria } of fixture.phases) {
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
  for (const { from, to, reason } of fixture.leaves)
    book.write('leave_span', { id: idOf('leave', from), client_id, from_on: from, to_on: to, reason });
  for (const { analyte, kind, basis, from, to } of fixture.windows) {
    book.write('reading_window', {
      id: idOf('window', `${analyte} ${from}`),
      client_id,
      analyte,
      kind,
      basis,
      from_on: from,
      to_on: to,
      set_by: fixture.therapist.id,
    });
  }
  for (const { name, dose, startedOn, endedOn } of fixture.medications) {
    book.write('medication', {
      id: idOf('medication', `${name} ${startedOn}`),
      client_id,
      name,
      dose,
      started_on: startedOn,
      ended_on: endedOn,
    });
  }
  for (const { payer, number, days, from, to, nextReviewOn } of fixture.authorizations) {
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

function writeWatch(book: Book, fixture: ClientFixture, client_id: string): void {
  const by = fixture.therapist.id;
  const idOf = (kind: string, key: string | number) => idFor(`client ${fixture.key} ${kind} ${key}`);
  for (const [index, { at, method, twoWay, note }] of fixture.contacts.entries())
    book.write('contact', { id: idOf('contact', index), client_id, at, method, two_way: twoWay, note, by });
  for (const { need, reason, fromAt, untilOn } of fixture.snoozes) {
    book.write('snooze', { id: idOf('snooze', fromAt), client_id, need, reason, from_at: fromAt, until_on: untilOn, by, supervisor: null });
  }
  for (const { openedAt, trigger, notified, notifiedAt, closedAt, screenId = null } of fixture.concerns) {
    book.write('safety_concern', {
      id: idOf('concern', `${trigger} ${openedAt}`),
      client_id,
      opened_at: openedAt,
      trigger,
      told: notified,
      told_at: notifiedAt,
      recorded_by: by,
      closed_at: closedAt,
      source: screenId === null ? 'instrument' : 'screen',
      source_label: screenId === null ? 'PHQ-9' : null,
      screen_id: screenId,
      closed_by: closedAt === null ? null : by,
      closed_label: closedAt === null ? null : checkSaid,
    });
  }
  for (const { instrument, on, score, item9 } of fixture.scores) {
    book.write('instrument_score', { id: idOf(instrument, on), client_id, instrument, taken_on: on, score, item9 });
  }
  for (const [index, goal] of fixture.goals.entries()) {
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
