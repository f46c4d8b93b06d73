import { countedOf, type MarkedSession, type MarkProblem } from '#domain/attendance/marks.ts';
import { statusOfTimes, timeNear } from '#domain/attendance/times-present.ts';
import { came } from '#domain/attendance/delivered-minutes.ts';
import { timeAt, type Zone } from '#domain/calendar/calendar.ts';
import type { DraftMark } from './roster-draft.ts';
import { timesShown } from './roster-rows.ts';
import { bookingWords } from './booking-words.ts';

export type StatusChoice = 'here' | 'absent' | 'excused' | 'unmarked';

/** What the details of one person hold while they are open. */
export type BookingForm = {
  readonly status: StatusChoice;
  readonly in: string;
  readonly out: string;
  readonly minutes: string;
  readonly telehealth: boolean;
  readonly makesUp: string;
  readonly note: string;
};

const statusOf = ({ status }: DraftMark): StatusChoice => {
  if (status === null) return 'unmarked';
  return came({ status }) ? 'here' : status === 'excused' ? 'excused' : 'absent';
};

/** The details as they stand. Somebody who isn't marked yet would be here from start to end. */
export function formOf(mark: DraftMark, session: MarkedSession, zone: Zone): BookingForm {
  const { arrivedAt, leftAt } = timesShown(
    came(mark) ? mark : { ...mark, status: 'present', arrivedAt: null, leftAt: null, minutes: null },
    session,
  );
  const untimed = came(mark) && mark.minutes !== null;
  return {
    status: statusOf(mark),
    in: arrivedAt === null || untimed ? '' : timeAt(arrivedAt, zone),
    out: leftAt === null || untimed ? '' : timeAt(leftAt, zone),
    minutes: untimed ? String(mark.minutes) : '',
    telehealth: mark.telehealth,
    makesUp: mark.makesUp ?? '',
    note: mark.note ?? '',
  };
}

type Mended = { readonly field: 'in' | 'out' | 'minutes'; readonly message: string };

/** What the details say as a mark, or the field that can't be read and how to mend it. */
export function markIn(form: BookingForm, session: MarkedSession, zone: Zone): Partial<DraftMark> | Mended {
  const also = {
    telehealth: form.telehealth,
    makesUp: form.makesUp === '' ? null : form.makesUp,
    note: form.note.trim() === '' ? null : form.note.trim(),
  };
  const nothing = { arrivedAt: null, leftAt: null, minutes: null };
  if (form.status !== 'here') return { ...also, ...nothing, status: form.status === 'unmarked' ? null : form.status };
  if (form.minutes.trim() !== '') {
    const minutes = Number(form.minutes);
    if (!Number.isSafeInteger(minutes) || minutes < 0) return { field: 'minutes', message: bookingWords.notMinutes };
    const whole = !session.timesKnown || minutes === countedOf(session);
    return { ...also, ...nothing, status: whole ? 'present' : 'left-early', minutes };
  }
  if (!session.timesKnown) return { ...also, ...nothing, status: 'present' };
  const [arrivedAt, leftAt] = [
    form.in === '' ? null : timeNear(form.in, session, zone),
    form.out === '' ? null : timeNear(form.out, session, zone),
  ];
  if (form.in !== '' && arrivedAt === null) return { field: 'in', message: bookingWords.notATime };
  if (form.out !== '' && leftAt === null) return { field: 'out', message: bookingWords.notATime };
  const known = statusOfTimes({ arrivedAt, leftAt }, session);
  const status = arrivedAt === null ? 'late' : leftAt === null && known === 'present' ? 'left-early' : known;
  return { ...also, status, arrivedAt, leftAt, minutes: null };
}

/** The field of the details that a problem of a mark is about. */
export function fieldOf(problem: MarkProblem): 'in' | 'out' | 'minutes' | null {
  switch (problem) {
    case 'cancelled':
    case 'too-early':
    case 'not-here':
      return null;
    case 'times-and-minutes':
    case 'minutes-too-many':
    case 'no-minutes':
      return 'minutes';
    case 'leaving-first':
    case 'before-the-start':
    case 'out-disagrees':
      return 'out';
    case 'no-times-known':
    case 'to-the-minute':
    case 'not-near':
    case 'after-the-end':
    case 'in-disagrees':
      return 'in';
  }
  problem satisfies never;
}
