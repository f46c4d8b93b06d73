import { useId } from 'react';
import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { CheckRow } from '#ui/CheckRow.tsx';
import { ChangeFields } from './ChangeFields.tsx';
import styles from './ChangeStep.module.css';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

type ChangeCategoryProps = { category: AdjustmentShown['menu'][number]; page: AdjustmentShown; form: AdjustmentForm };

/** What all lines of a category begin with, 'Ask the prescriber about', said once before them. */
function sharedStart(lines: readonly { readonly label: string }[]): string {
  const [first, ...others] = lines.map(({ label }) => label.split(' '));
  if (first === undefined || others.length === 0) return '';
  const until = first.findIndex((word, index) => others.some((words) => words[index] !== word));
  return until < 2 ? '' : first.slice(0, until).join(' ');
}

/** One line of the menu: its choices, and under them what each ticked one needs. */
export function ChangeCategory({ category, page, form }: ChangeCategoryProps) {
  const id = useId();
  const { draft, change } = form;
  const start = sharedStart(category.lines);
  const tick = (code: string, on: boolean) => {
    const { [code]: _, ...others } = draft.changes;
    change({ changes: on ? { ...others, [code]: { what: '', fromOn: '', who: '' } } : others, ...(on && { noChange: false }) });
  };

  return (
    <div className={styles['row']} role="group" aria-labelledby={id}>
      <span id={id} className={styles['category']}>
        {category.label}
      </span>
      <div className={styles['lines']}>
        <div className={styles['choices']}>
          {start !== '' && <span className={styles['start']}>{start}</span>}
          {category.lines.map(({ code, label }) => (
            <CheckRow
              key={code}
              checked={code in draft.changes && !draft.noChange}
              aria-label={label}
              onChange={(event) => tick(code, event.target.checked)}
            >
              {start === '' ? label : label.slice(start.length + 1)}
            </CheckRow>
          ))}
        </div>
        {!draft.noChange &&
          category.lines.map(
            (line) =>
              line.code in draft.changes && (
                <ChangeFields
                  key={line.code}
                  line={line}
                  several={category.lines.filter(({ code }) => code in draft.changes).length > 1}
                  page={page}
                  form={form}
                />
              ),
          )}
      </div>
    </div>
  );
}
