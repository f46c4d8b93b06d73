import type { AttendanceStatus, SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { day, momentOf, type OpenDays } from '#domain/calendar/calendar.ts';
import type { AdjustmentInCare, ClientFacts } from '#domain/caseload/order.ts';
import type { CollectionOutcome, ScreenEvent } from '#domain/drug-screens/interpret.ts';

export const zone = 'America/Chicago';
export const open: OpenDays = { weekdays: [1, 2, 3, 4, 5, 6], closed: [], closesAt: '17:00' };
export const at = (text: string) => momentOf(day(text.slice(0, 10)), text.slice(11), zone);
export const now = at('2026-11-23T08:02');

export const session = (date: string, status: AttendanceStatus): SessionFacts => ({
  id: date,
  service: 'group',
  startsAt: at(`2026-11-${date}T18:00`),
  endsAt: at(`2026-11-${date}T21:00`),
  breaks: [],
  cancelledByProgram: false,
  status,
  arrivedAt: null,
  leftAt: null,
  telehealth: false,
  makeUp: false,
});

export const screen = (date: string, outcome: CollectionOutcome = 'collected'): ScreenEvent => ({
  id: date,
  on: day(`2026-11-${date}`),
  at: null,
  scheduled: true,
  outcome,
  specimen: 'urine-cup',
  validity: outcome === 'collected' ? 'valid' : null,
  reason: null,
  presumptive: false,
  mark: 'E',
  response: null,
  adjustmentId: null,
  analytes: [{ analyte: 'COC', result: 'negative', expectation: 'wont-show', because: null, finding: 'as-expected', mark: 'E' }],
});

export const adjustment = (changes: Partial<AdjustmentInCare> = {}): AdjustmentInCare => ({
  id: 'a3',
  number: 3,
  trigger: 'screen',
  analytes: ['COC'],
  openedAt: at('2026-11-21T20:20'),
  talkDueAt: at('2026-11-23T17:00'),
  signDueAt: at('2026-11-25T17:00'),
  talkedAt: null,
  explainedAt: null,
  explanation: null,
  signedAt: null,
  signedBy: null,
  noChangeReason: null,
  followUpOn: null,
  outcome: null,
  outcomeAt: null,
  amendedAt: null,
  event: { on: day('2026-11-21'), presumptive: true, notValid: false, findings: [{ analyte: 'COC', finding: 'unexpected-positive' }] },
  attached: [],
  corrections: [],
  acted: null,
  followUpForward: false,
  attempts: [],
  ...changes,
});

/** A client who came on Saturday and needs nothing. */
export const client = (changes: Partial<ClientFacts> = {}): ClientFacts => ({
  called: 'Jordan',
  admittedOn: day('2026-06-09'),
  safety: [],
  sessions: [session('19', 'present'), session('21', 'present')],
  leaves: [],
  attempts: [],
  authorization: null,
  adjustments: [],
  weeks: [],
  instruments: [],
  screens: [],
  reviews: [],
  phase: null,
  goals: [],
  ...changes,
});
export const week = (monday: string, delivered: number) => ({
  week: day(monday),
  prescribed: 9,
  delivered,
  excused: 0,
  cancelled: 0,
  telehealth: 0,
  partial: false,
});
export const voicemail = { at: at('2026-11-22T10:00'), method: 'voicemail' as const, reached: false, nextTryOn: null };
