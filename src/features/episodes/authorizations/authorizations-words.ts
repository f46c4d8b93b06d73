import { amountLabel } from '#domain/episodes/authorizations-words.ts';
import type { AuthorizationShown } from '#contract/episodes-shown.ts';
import { dayMonth, dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';

const listed = (days: readonly Day[]): string => {
  const shown = days.slice(-6).map(dayMonth).join(', ');
  return days.length > 6 ? `${shown} and ${days.length - 6} before` : shown;
};

/** What the authorizations of a client say. */
export const authorizationsWords = {
  actions: 'What can be done',
  form: { close: 'Close', save: 'Save', saving: 'Saving', wrong: 'Some of this can’t be saved yet' },
  title: 'Authorizations',
  table: 'What was authorized and used',
  none: 'No authorization recorded. Add one when the payer has answered.',
  add: 'Add an authorization',
  edit: 'Edit',
  review: 'Review done',
  addTitle: 'Add an authorization',
  editTitle: 'Edit an authorization',
  reviewTitle: 'Utilization review done',
  payer: 'Payer',
  number: 'Number',
  unit: 'The payer counts',
  quantity: 'Authorized',
  from: 'From',
  to: 'To',
  nextReview: 'Next review',
  used: 'Used and left',
  days: 'Days',
  usedOf: ({ used, quantity, unit, left, over }: Pick<AuthorizationShown, 'used' | 'quantity' | 'unit' | 'left' | 'over'>): string =>
    `${amountLabel(used, unit)} used of ${quantity}, ${over > 0 ? `${over} over` : `${left} left`}`,
  computed:
    'Used is counted from delivered services each time this is opened; nobody enters it. A day is a date with 180 counted minutes; what can be billed is the payer’s to say.',
  notKnown: (days: AuthorizationShown['notKnown']): string => {
    const sessions = days.reduce((sum, day) => sum + day.sessions, 0);
    return `Not known yet, ${sessions} ${sessions === 1 ? 'session' : 'sessions'} unmarked or without times: ${listed(days.map(({ on }) => on))}.`;
  },
  uncovered: (days: readonly Day[]): string =>
    `Care on ${days.length} ${days.length === 1 ? 'day' : 'days'} with no authorization in force: ${listed(days)}.`,
  estimate: 'Estimate. ',
  noReview: 'None set',
  noMore: 'Nothing more asked for',
  reviewed: (on: Day, by: string, note: string | null): string => `Reviewed ${dayWithYear(on)} by ${by}${note === null ? '' : `: ${note}`}`,
  reviewedOn: 'Review made on',
  nextReviewOn: 'Next review on',
  nextHint: 'Leave empty where the payer asks for none before the end.',
  note: 'What was agreed',
  more: 'After this',
  chooseAfter: 'Say what comes after this.',
  moreOptions: [
    { value: 'more', label: 'Another review or a renewal will be asked for' },
    { value: 'none', label: 'Nothing more will be asked for' },
  ],
} as const;
