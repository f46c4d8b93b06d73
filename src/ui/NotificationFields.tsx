import type { ReactNode } from 'react';
import { Field } from './Field.tsx';
import { TextInput } from './TextInput.tsx';

export type NotificationDraft = { readonly who: string; readonly at: string };

type NotificationFieldsProps<Draft> = {
  labels: { readonly who: string; readonly at: string };
  draft: Draft;
  onChange: (draft: Draft) => void;
  errors: { readonly who: string | null; readonly at: string | null };
  /** Where a summary of faults links to. */
  whoId?: string;
  atId?: string;
  atClass?: string | undefined;
  /** In the place of the day and time, where a form asks for them another way. */
  when?: ReactNode;
};

/** Who was notified, and when: one group of fields wherever something starts or answers a clock. */
export function NotificationFields<Draft extends NotificationDraft>(props: NotificationFieldsProps<Draft>) {
  const { labels, draft, onChange, errors, whoId, atId, atClass, when } = props;
  return (
    <>
      <Field label={labels.who} error={errors.who} {...(whoId !== undefined && { id: whoId })}>
        {(wiring) => (
          <TextInput {...wiring} maxLength={200} value={draft.who} onChange={(event) => onChange({ ...draft, who: event.target.value })} />
        )}
      </Field>
      {when ?? (
        <Field label={labels.at} error={errors.at} className={atClass} {...(atId !== undefined && { id: atId })}>
          {(wiring) => (
            <TextInput
              {...wiring}
              type="datetime-local"
              value={draft.at}
              onChange={(event) => onChange({ ...draft, at: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
