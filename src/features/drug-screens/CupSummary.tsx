import { notValidNames } from '#domain/drug-screens/cups-words.ts';
import { notValidReasons } from '#domain/drug-screens/cups.ts';
import { outcomeNames } from '#domain/drug-screens/words.ts';
import { CheckRow } from '#ui/CheckRow.tsx';
import { Field } from '#ui/Field.tsx';
import { Select } from '#ui/Select.tsx';
import { outcomes, type Correction } from './correction.ts';
import { correctionWords } from './correction-words.ts';
import styles from './LogDialogs.module.css';
import type { CupLog } from './log-rows.ts';
import { ObserverOptions } from './ObserverOptions.tsx';
import { observerWords } from './observer-words.ts';

type CupSummaryProps = {
  correction: Correction;
  codes: readonly string[];
  fault: string | null;
  /** Null where the program has no collection watched. */
  observers: CupLog['observers'];
  onChange: (part: Partial<Correction>) => void;
};

/** What the cup shows, said once more. */
export function CupSummary({ correction, codes, fault, observers, onChange }: CupSummaryProps) {
  const { choices, shows, strips } = correctionWords;
  const marked = new Set(correction.noLine);
  return (
    <>
      <Field label={shows} error={fault}>
        {(wiring) => (
          <Select {...wiring} value={correction.shows} onChange={(event) => onChange({ shows: event.target.value })}>
            <option value="lines">{choices.lines}</option>
            <option value="missing">{choices.missing}</option>
            {notValidReasons.map((reason) => (
              <option key={reason} value={reason}>{`not valid: ${notValidNames[reason]}`}</option>
            ))}
            {outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {outcomeNames[outcome]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {(correction.shows === 'missing' || correction.shows === 'lines') && (
        <CheckRow checked={correction.inRange} onChange={(event) => onChange({ inRange: event.target.checked })}>
          {correctionWords.inRange}
        </CheckRow>
      )}
      {observers !== null && !outcomes.some((outcome) => outcome === correction.shows) && (
        <Field label={observerWords.batch}>
          {(wiring) => (
            <Select {...wiring} value={correction.watched} onChange={(event) => onChange({ watched: event.target.value })}>
              <ObserverOptions observers={observers} />
            </Select>
          )}
        </Field>
      )}
      {correction.shows === 'missing' && (
        <fieldset className={styles['strips']}>
          <legend>{strips}</legend>
          {codes.map((code, index) => (
            <CheckRow
              key={code}
              checked={marked.has(code)}
              onChange={(event) => onChange({ noLine: codes.filter((one) => (one === code ? event.target.checked : marked.has(one))) })}
            >
              {`${index + 1} ${code}`}
            </CheckRow>
          ))}
        </fieldset>
      )}
    </>
  );
}
