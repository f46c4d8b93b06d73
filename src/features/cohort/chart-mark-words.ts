import type { ChartMark } from '#contract/chart-marks-shown.ts';
import { dayMonth, dayWithYear } from '#domain/calendar/words.ts';
import type { ChangeRebased } from '#domain/cohort/trends.ts';
import { measureNames } from '#domain/cohort/words.ts';

const changes: Readonly<Record<ChangeRebased, string>> = { improved: 'improved', worsened: 'worsened', changed: 'changed' };

/** 'Answered within 72 h, rebased: it had improved. The huddle reads Today aloud.' */
export function markWords({ measure, kind, change, text }: Pick<ChartMark, 'measure' | 'kind' | 'change' | 'text'>): string {
  const name = measureNames[measure];
  const said = /[.!?]$/.test(text) ? text : `${text}.`;
  return kind === 'rebase' ? `${name}, rebased: it had ${changes[change ?? 'changed']}. ${said}` : `${name}: ${said}`;
}

export const chartMarkWords = {
  title: 'On the charts',
  none: 'Nothing is noted on these charts yet.',
  add: 'Mark a chart',
  /** ' · on the chart of Day, Riverside', where it was made on another chart. */
  elsewhere: ({ here, programs, site }: Pick<ChartMark, 'here' | 'programs' | 'site'>) =>
    here ? '' : ` · on the chart of ${[programs.join(' and '), site].filter((part) => part !== null).join(', ')}`,
  week: (mark: Pick<ChartMark, 'week'>) => `Week of ${dayWithYear(mark.week)}`,
  by: ({ by, on }: { readonly by: string; readonly on: ChartMark['on'] }) => `${by}, ${dayMonth(on)}`,
  takenBackBy: ({ by, on, because }: NonNullable<ChartMark['withdrawn']>) => `Taken back by ${by}, ${dayMonth(on)}: ${because}`,
  takenBack: (count: number) => (count === 1 ? '1 mark was taken back' : `${count} marks were taken back`),
  takeBack: 'Take back',
  takeBackOf: (mark: ChartMark) => `Take back: ${markWords(mark)}`,
  dialog: {
    title: 'Mark a chart',
    measure: 'Chart',
    kind: 'What it is',
    kinds: [
      { value: 'note', label: 'A note: something happened in that week' },
      { value: 'rebase', label: 'A rebase: the process runs differently from that week on' },
    ],
    week: 'Week of',
    noteText: 'What happened',
    rebaseText: 'What changed, and why',
    noteSummary: 'A note moves no limits.',
    rebaseSummary:
      'Limits are worked out anew from that week on. Those from before stay where they are. It is said on the chart, with your name.',
    noSignal: 'Nothing says that the process changed. Write a note instead.',
    unavailable: 'This chart can’t be worked out now. Try again in a moment.',
    form: { close: 'Close', save: 'Mark the chart', saving: 'Saving', wrong: 'This can’t be saved yet.' },
  },
  withdrawal: {
    title: 'Take a mark back',
    because: 'Why it was a mistake',
    summary: 'It stays on record, with your name and this reason. After a rebase the chart goes on with the limits from before.',
    form: { close: 'Close', save: 'Take it back', saving: 'Saving', wrong: 'This can’t be saved yet.' },
  },
} as const;
