import { useId, useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { dateWords } from './date-words.ts';
import { DialogLater } from './DialogLater.tsx';
import { controlsOf, type EditField, type EditForm } from './dialog-form.ts';
import styles from './DialogForm.module.css';
import { DialogFields } from './DialogFields.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { Fault } from './Fault.tsx';
import { unwholeDates } from './unwhole-dates.ts';

type DialogFormProps<Values extends Readonly<Record<string, string>>> = {
  title: string;
  form: EditForm<Values>;
  fields: readonly EditField[];
  words: { readonly close: string; readonly save: string; readonly saving: string; readonly wrong: string };
  /** What saving will do and why, said before it is done. */
  summary?: ReactNode;
  /** Why it can't be saved yet, said beside the button; null where it can. */
  blocked?: string | null | undefined;
  /** Fields that the children draw: their id and what they are called, by the name under which they are refused. */
  drawn?: (name: string) => { readonly id: string; readonly label: string } | null;
  children?: ReactNode;
  onClose: () => void;
};

/** A small form of its own: what is wrong is said on top and beside each field, and nothing typed is lost. */
export function DialogForm<Values extends Readonly<Record<string, string>>>(props: DialogFormProps<Values>) {
  const { title, form, fields, words, summary, blocked, drawn, children, onClose } = props;
  const id = useId();
  const idOf = (name: string) => `${id}-${name}`;
  const [unwhole, setUnwhole] = useState<readonly string[]>([]);
  const [looked, setLooked] = useState(0);
  const problems: Readonly<Record<string, string>> = {
    ...form.problems,
    ...Object.fromEntries(unwhole.map((name) => [name, dateWords.unwhole])),
  };
  const wrong = Object.entries(problems);
  const controls = new Map(fields.flatMap(controlsOf).map((one) => [one.name, one]));
  return (
    <DialogLater
      open
      onClose={onClose}
      title={title}
      closeLabel={words.close}
      actions={
        <>
          {Boolean(blocked) && (
            <p id={`${id}-blocked`} className={styles['blocked']}>
              {blocked}
            </p>
          )}
          <Button
            tone="primary"
            disabled={form.pending || Boolean(blocked)}
            aria-describedby={blocked ? `${id}-blocked` : undefined}
            type="submit"
            form={id}
          >
            {form.pending ? words.saving : words.save}
          </Button>
        </>
      }
    >
      {children}
      {wrong.length > 0 && (
        <ErrorSummary
          key={`${form.tries} ${looked}`}
          title={words.wrong}
          errors={wrong.map(([name, what]) => {
            const label = controls.get(name)?.label ?? drawn?.(name)?.label;
            return {
              fieldId: drawn?.(name)?.id ?? idOf(controls.get(name)?.control ?? fields[0]?.name ?? ''),
              message: label === undefined ? what : `${label}: ${what}`,
            };
          })}
        />
      )}
      {form.alert !== null && <Fault>{form.alert}</Fault>}
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const ids = unwholeDates(event.currentTarget);
          setUnwhole([...controls.keys()].filter((name) => ids.includes(idOf(name))));
          setLooked(looked + 1);
          if (ids.length === 0 && !form.pending && !blocked) form.submit();
        }}
      >
        <DialogFields
          fields={fields}
          idOf={idOf}
          valueOf={(name) => form.values[name] ?? ''}
          problemOf={(name) => problems[name]}
          onChange={form.set}
        />
      </form>
      {summary !== undefined && (
        <p className={styles['summary']} role="status">
          {summary}
        </p>
      )}
    </DialogLater>
  );
}
