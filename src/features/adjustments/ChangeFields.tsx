import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import type { MenuLine } from '#domain/adjustments/response-menu.ts';
import { DateInput } from '#ui/DateInput.tsx';
import { Field } from '#ui/Field.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import type { ChangeDraft } from './adjustment-draft.ts';
import { adjustmentsWords } from './adjustments-words.ts';
import styles from './ChangeStep.module.css';
import { ChoiceSelect } from './ChoiceSelect.tsx';
import { fieldId } from './field-ids.ts';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

type ChangeFieldsProps = {
  line: MenuLine;
  /** More than one line of the category is ticked, so each says which it is. */ several: boolean;
  page: AdjustmentShown;
  form: AdjustmentForm;
};

const nothing: ChangeDraft = { what: '', fromOn: '', who: '' };

/** What exactly changes, from when, and who does it. */
export function ChangeFields({ line, several, page, form }: ChangeFieldsProps) {
  const { draft, change, fault } = form;
  const at = `changes.${line.code}`;
  const now = draft.changes[line.code] ?? nothing;
  const fill = (patch: Partial<ChangeDraft>) => change({ changes: { ...draft.changes, [line.code]: { ...now, ...patch } } });
  const what = line.asksWhy ? adjustmentsWords.change.whatAndWhy : adjustmentsWords.change.what;
  return (
    <div className={styles['opened']} role="group" aria-label={line.label}>
      <Field
        label={several ? `${line.label}: ${what.toLowerCase()}` : what}
        id={fieldId(`${at}.what`)}
        error={fault(`${at}.what`) ?? fault(`${at}.line`)}
      >
        {(wiring) => <TextInput {...wiring} value={now.what} maxLength={500} onChange={(event) => fill({ what: event.target.value })} />}
      </Field>
      <Field label={adjustmentsWords.change.from} id={fieldId(`${at}.fromOn`)} error={fault(`${at}.fromOn`)}>
        {(wiring) => <DateInput {...wiring} value={now.fromOn} onChange={(event) => fill({ fromOn: event.target.value })} />}
      </Field>
      <ChoiceSelect
        field={`${at}.who`}
        label={adjustmentsWords.change.who}
        options={page.staff.map(({ id, name }) => ({ value: id, label: name }))}
        value={now.who === '' ? null : now.who}
        onChoose={(who) => fill({ who: who ?? '' })}
        error={fault(`${at}.who`)}
      />
    </div>
  );
}
