import { call } from '#api/client.ts';
import { episodes } from '#contract/episodes.ts';
import { numberFrom, useEditForm } from '#api/useEditForm.ts';
import type { Care, HoursShown } from '#contract/episodes-shown.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import { episodesWords } from './episodes-words.ts';

type HoursDialogProps = { care: Care; span: HoursShown | null; onClose: () => void };

/** Other hours from a day on, or the correction of what was entered by mistake. */
export function HoursDialog({ care, span, onClose }: HoursDialogProps) {
  const { clientId } = care.client;
  const form = useEditForm<{ hoursPerWeek: string; from: string }, object>({
    start: { hoursPerWeek: span === null ? '' : String(span.hoursPerWeek), from: span?.from ?? care.today },
    save: ({ from, ...typed }, options) => {
      const hoursPerWeek = numberFrom(typed.hoursPerWeek);
      return span === null
        ? call(episodes.prescribeHours, { clientId, hoursPerWeek, from }, options)
        : call(episodes.correctHours, { clientId, hoursId: span.id, hoursPerWeek, from }, { ...options, version: span.version });
    },
    onSaved: onClose,
  });
  return (
    <DialogForm
      title={span === null ? episodesWords.hours.addTitle : episodesWords.hours.correctTitle}
      form={form}
      fields={[
        { kind: 'number', name: 'hoursPerWeek', label: episodesWords.hours.perWeek, half: true },
        { kind: 'date', name: 'from', label: episodesWords.hours.from, half: true },
      ]}
      words={episodesWords.form}
      summary={span === null ? episodesWords.hours.hint : episodesWords.hours.correctHint}
      onClose={onClose}
    />
  );
}
