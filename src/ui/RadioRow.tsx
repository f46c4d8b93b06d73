import { useId } from 'react';
import styles from './Choice.module.css';
import { classNames } from './class-names.ts';

type RadioRowProps<Value extends string> = {
  label: string;
  options: readonly { readonly value: Value; readonly label: string }[];
  /** Null: nothing is chosen for the person. */
  value: Value | null;
  onChoose: (value: Value) => void;
  stacked?: boolean | undefined;
  /** The label stands beside the options instead of above them. */
  labelBeside?: boolean | undefined;
  error?: string | null | undefined;
  id?: string | undefined;
  disabled?: boolean | undefined;
};

export function RadioRow<Value extends string>({
  label,
  options,
  value,
  onChoose,
  stacked,
  labelBeside,
  error,
  id: given,
  disabled,
}: RadioRowProps<Value>) {
  const made = useId();
  const id = given ?? made;
  return (
    <fieldset
      className={labelBeside ? styles['beside'] : undefined}
      id={id}
      tabIndex={-1}
      disabled={disabled}
      {...(error && { 'aria-describedby': `${id}-error` })}
    >
      <legend className={styles['legend']}>{label}</legend>
      <div className={classNames(styles['group'], stacked && styles['stack'])}>
        {options.map((option) => (
          <label key={option.value} className={styles['choice']}>
            <input
              type="radio"
              className={styles['box']}
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
              {...(error && { 'aria-invalid': true })}
            />
            {option.label}
          </label>
        ))}
      </div>
      {error && (
        <p className={styles['error']} id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
