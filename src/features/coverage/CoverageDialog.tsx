import { call } from '#api/client.ts';
import { coverage } from '#contract/coverage.ts';
import { orNull, useEditForm } from '#api/useEditForm.ts';
import type { CoverageShown } from '#contract/coverage.ts';
import { addDays, type Day } from '#domain/calendar/calendar.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import type { EditField } from '#ui/dialog-form.ts';
import { coveragePageWords } from './coverage-page-words.ts';

type Person = { readonly id: string; readonly name: string };
type CoverageDialogProps = { row: CoverageShown | null; staff: readonly Person[]; onlyFor: string | null; today: Day; onClose: () => void };

/** Somebody is away from a day to a day, and another answers for their clients. */
export function CoverageDialog({ row, staff, onlyFor, today, onClose }: CoverageDialogProps) {
  const people = staff.map(({ id, name }) => ({ value: id, label: name }));
  const form = useEditForm<Record<'awayId' | 'coveredBy' | 'from' | 'to' | 'note' | 'what', string>, object>({
    start: {
      awayId: row?.away.id ?? onlyFor ?? '',
      coveredBy: row?.by.id ?? '',
      from: row?.from ?? addDays(today, 1),
      to: row?.to ?? '',
      note: row?.note ?? '',
      what: 'change',
    },
    save: ({ awayId, coveredBy, from, to, note, what }, options) => {
      const days = { coveredBy, from, to, note: orNull(note) };
      return row === null
        ? call(coverage.add, { awayId, ...days }, options)
        : call(
            coverage.change,
            { coverageId: row.id, ...days, ...(what === 'cancel' ? { cancelled: true } : {}) },
            { ...options, version: row.version },
          );
    },
    onSaved: onClose,
  });
  const begun = row !== null && row.from < today;
  const fields: readonly EditField[] = [
    ...(row === null && onlyFor === null
      ? [{ kind: 'select', name: 'awayId', label: coveragePageWords.away, options: people } as const]
      : []),
    ...(row !== null && !begun
      ? [{ kind: 'radio', name: 'what', label: coveragePageWords.what, options: coveragePageWords.whatOptions } as const]
      : []),
    ...(form.values.what === 'cancel'
      ? []
      : ([
          {
            kind: 'select',
            name: 'coveredBy',
            label: coveragePageWords.by,
            options: people.filter(({ value }) => value !== form.values.awayId),
          },
          { kind: 'date', name: 'from', label: coveragePageWords.from, half: true },
          { kind: 'date', name: 'to', label: coveragePageWords.to, half: true },
          { kind: 'text', name: 'note', label: coveragePageWords.note },
        ] as const)),
  ];
  return (
    <DialogForm
      title={row === null ? coveragePageWords.addTitle : coveragePageWords.changeTitle(row.away.name)}
      form={form}
      fields={fields}
      words={coveragePageWords.form}
      summary={begun ? coveragePageWords.changeText : undefined}
      onClose={onClose}
    />
  );
}
