import { call } from '#api/client.ts';
import { episodes } from '#contract/episodes.ts';
import { useEditForm } from '#api/useEditForm.ts';
import type { Care, LevelShown } from '#contract/episodes-shown.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import { wordsWith } from './episode-fields.ts';
import { episodesWords } from './episodes-words.ts';

type LevelDialogProps = { care: Care; span: LevelShown | null; from: Day; onClose: () => void };

/** Another level from a day on, or the correction of one that was entered by mistake. */
export function LevelDialog({ care, span, from, onClose }: LevelDialogProps) {
  const { clientId } = care.client;
  const form = useEditForm<{ level: string; from: string }, object>({
    start: { level: span?.level ?? '', from: span?.from ?? from },
    save: (typed, options) =>
      span === null
        ? call(episodes.changeLevel, { clientId, ...typed }, options)
        : call(episodes.correctLevel, { clientId, spanId: span.id, ...typed }, { ...options, version: span.version }),
    onSaved: onClose,
  });
  return (
    <DialogForm
      title={span === null ? episodesWords.levels.changeTitle : episodesWords.levels.correctTitle}
      form={form}
      fields={[
        { kind: 'select', name: 'level', label: episodesWords.levels.level, options: wordsWith(care.choices.levels, span?.level ?? null) },
        { kind: 'date', name: 'from', label: episodesWords.levels.from, hint: episodesWords.levels.changeHint },
      ]}
      words={episodesWords.form}
      onClose={onClose}
    />
  );
}
