import { call } from '#api/client.ts';
import { useEditForm } from '#api/useEditForm.ts';
import { cohort, type CohortOverview } from '#contract/cohort.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { measureKinds, type MeasureKind } from '#domain/cohort/measures.ts';
import { measureNames } from '#domain/cohort/words.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import type { EditField } from '#ui/dialog-form.ts';
import type { CohortFilter } from './cohort.queries.ts';
import { chartMarkWords } from './chart-mark-words.ts';

type MarkDialogProps = { overview: Pick<CohortOverview, 'measures'>; filter: CohortFilter; onClose: () => void };

const words = chartMarkWords.dialog;

const measureOf = (chosen: string): MeasureKind => measureKinds.find((kind) => kind === chosen) ?? measureKinds[0];

/** A note at a week of a chart, or a rebase from one on. A rebase is offered where the chart shows a signal, from its weeks. */
export function MarkDialog({ overview, filter: { site, program }, onClose }: MarkDialogProps) {
  const chart = { ...(site === undefined ? {} : { site }), ...(program === undefined ? {} : { program }) };
  const form = useEditForm<Record<'measure' | 'kind' | 'week' | 'text', string>, object>({
    start: { measure: measureKinds[0], kind: 'note', week: '', text: '' },
    save: ({ measure, kind, week, text }, options) =>
      call(kind === 'rebase' ? cohort.rebase : cohort.annotate, { ...chart, measure: measureOf(measure), week, text }, options),
    onSaved: onClose,
  });
  const { kind } = form.values;
  const measured = overview.measures[measureOf(form.values.measure)];
  const trend = 'unavailable' in measured ? null : measured.trend;
  const weeks = kind === 'rebase' ? (trend?.signalPeriods ?? []) : (trend?.weeks.map(({ week }) => week) ?? []);
  const noSignal = kind === 'rebase' && weeks.length === 0;
  const fields: readonly EditField[] = [
    {
      kind: 'select',
      name: 'measure',
      label: words.measure,
      options: measureKinds.map((value) => ({ value, label: measureNames[value] })),
    },
    { kind: 'radio', name: 'kind', label: words.kind, options: words.kinds },
    ...(noSignal
      ? []
      : ([
          {
            kind: 'select',
            name: 'week',
            label: words.week,
            options: weeks.toReversed().map((value) => ({ value, label: dayWithYear(value) })),
          },
          { kind: 'area', name: 'text', label: kind === 'rebase' ? words.rebaseText : words.noteText },
        ] as const)),
  ];
  return (
    <DialogForm
      title={words.title}
      form={{
        ...form,
        // A week of one chart may be none of the other's.
        set: (name, value) => {
          form.set(name, value);
          if (name === 'measure' || name === 'kind') form.set('week', '');
        },
      }}
      fields={fields}
      words={words.form}
      summary={kind === 'rebase' ? words.rebaseSummary : words.noteSummary}
      blocked={trend === null ? words.unavailable : noSignal ? words.noSignal : null}
      onClose={onClose}
    />
  );
}
