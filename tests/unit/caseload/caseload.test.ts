import { describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { needsOf } from '#domain/caseload/tasks.ts';
import { momentAt, type ClientFacts } from '#domain/caseload/order.ts';
import { needWords } from '#domain/caseload/words.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';
import { adjustment, at, client, now, open, session, voicemail, zone } from './caseload-clients.ts';

const needs = (changes: Partial<ClientFacts>) => needsOf(client(changes), now, settings, zone, open);
const moment = momentAt(now, settings, zone, open);
const inWords = (changes: Partial<ClientFacts>) =>
  needs(changes).map((need) => {
    const { why, task, note } = needWords(need, moment);
    return [need.tier, why, task, note];
  });

describe('what Today says on Monday 23 November at 8:02 am', () => {
  test.each<[string, Partial<ClientFacts>, unknown[][]]>([
    ['nothing', {}, []],
    [
      'a self-harm item above 0, while she is in the building',
      {
        called: 'Maya',
        safety: [
          {
            id: 's',
            kind: 'item-9',
            openedAt: at('2026-11-23T07:31'),
            leavesAt: at('2026-11-23T12:00'),
            source: { from: 'instrument', facts: { instrument: 'web check-in' }, screenOn: null },
            amended: null,
            notifiedAt: null,
            checkedAt: null,
          },
        ],
      },
      [
        [
          1,
          'Answered above 0 on the self-harm item, today 7:31 am (web check-in). Who did you tell, and when?',
          'Check before Maya leaves, 12 pm',
          null,
        ],
      ],
    ],
    [
      'two sessions missed in a row',
      { sessions: [session('18', 'present'), session('19', 'absent'), session('21', 'absent')], attempts: [voicemail] },
      [
        [
          2,
          '2 sessions missed in a row, Thu 19 and Sat 21 Nov. No contact since Wed 18 Nov; 1 voicemail left.',
          'Reach out today',
          'attempt 2 of 3',
        ],
      ],
    ],
    [
      'seven days without contact',
      { sessions: [session('16', 'present')] },
      [[2, 'No contact since Mon 16 Nov, 7 days.', 'Reach out today', 'attempt 1 of 3']],
    ],
    ['six days without contact', { sessions: [session('17', 'present')] }, []],
    [
      'reached by phone after two missed',
      { sessions: [session('19', 'absent'), session('21', 'absent')], attempts: [{ ...voicemail, method: 'phone', reached: true }] },
      [],
    ],
    ['on leave', { sessions: [session('10', 'present')], leaves: [{ from: day('2026-11-11'), to: null }] }, []],
    [
      'three attempts made',
      {
        sessions: [session('18', 'present'), session('19', 'absent'), session('21', 'absent')],
        attempts: [
          voicemail,
          { ...voicemail, method: 'text', at: at('2026-11-21T21:30') },
          { ...voicemail, method: 'phone', nextTryOn: day('2026-11-27'), at: at('2026-11-22T12:00') },
        ],
      },
      [
        [
          2,
          '2 sessions missed in a row, Thu 19 and Sat 21 Nov. No contact since Wed 18 Nov; tried 3 times.',
          'Reaching out, next try Fri',
          null,
        ],
      ],
    ],
    [
      'an authorization that ends tomorrow',
      { authorization: { endsOn: day('2026-11-24'), nextReviewOn: null, unit: 'days', allowed: 12, used: 9 } },
      [[3, 'Authorization ends Tue: 3 of 12 days left.', 'Review by Tue', null]],
    ],
    [
      'one that ends the day after',
      { authorization: { endsOn: day('2026-11-25'), nextReviewOn: null, unit: 'days', allowed: 12, used: 9 } },
      [],
    ],
    [
      'an unexpected screen with nothing recorded',
      { adjustments: [adjustment()] },
      [[4, 'Unexpected screen on Sat 21 Nov (cocaine, presumptive). No conversation recorded.', 'Talk by today 5 pm', null]],
    ],
    [
      'a medication not detected',
      {
        adjustments: [
          adjustment({
            analytes: ['BUP'],
            event: {
              on: day('2026-11-21'),
              presumptive: false,
              notValid: false,
              findings: [{ analyte: 'BUP', finding: 'prescribed-not-detected' }],
            },
          }),
        ],
      },
      [
        [
          4,
          'Unexpected screen on Sat 21 Nov (buprenorphine prescribed, not detected). No conversation recorded.',
          'Talk by today 5 pm',
          null,
        ],
      ],
    ],
    [
      "started from the client's own report",
      { adjustments: [adjustment({ trigger: 'own-report', event: null, analytes: [] })] },
      [[4, "Started from client's own report, Sat 21 Nov. No conversation recorded.", 'Talk by today 5 pm', null]],
    ],
    [
      'talked and not signed',
      {
        adjustments: [
          adjustment({
            talkedAt: at('2026-11-20T15:00'),
            signDueAt: at('2026-11-23T17:00'),
            analytes: ['ETG'],
            event: { on: day('2026-11-19'), presumptive: true, notValid: false, findings: [] },
          }),
        ],
      },
      [
        [
          5,
          "Talked Fri 20 Nov about Thu's screen (alcohol (EtG), presumptive). The plan change is not signed.",
          'Sign by today 5 pm',
          null,
        ],
      ],
    ],
    [
      'a follow-up today',
      {
        adjustments: [
          adjustment({ number: 2, talkedAt: at('2026-10-25T10:00'), signedAt: at('2026-10-26T10:00'), followUpOn: day('2026-11-23') }),
        ],
      },
      [[6, 'Follow-up on adjustment A2 (signed 26 Oct) is due. Before and after are ready to read.', 'Record outcome today', 'by 5 pm']],
    ],
    [
      'a follow-up ahead',
      { adjustments: [adjustment({ talkedAt: at('2026-10-25T10:00'), signedAt: at('2026-10-26T10:00'), followUpOn: day('2026-11-24') })] },
      [],
    ],
  ])('%s', (_, changes, expected) => expect(inWords(changes)).toEqual(expected));
});
