import type { KeyboardEvent } from 'react';
import { labAnswers } from '#domain/drug-screens/lab-results.ts';
import { labAnswerNames } from '#domain/drug-screens/lab-results-words.ts';
import { RadioRow } from '#ui/RadioRow.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { answerOfKey, type ReportLine } from './lab-report.ts';
import { labWords } from './lab-words.ts';
import styles from './Lab.module.css';

type LabReportLineProps = { line: ReportLine; onChange: (line: ReportLine) => void };

const options = labAnswers.map((value) => ({ value, label: labAnswerNames[value] }));

/** What the report says of one analyte: one key answers it and goes on to the next. */
export function LabReportLine({ line, onChange }: LabReportLineProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target instanceof HTMLInputElement && event.target.type !== 'radio';
    const answer = typing ? null : answerOfKey(event.key);
    if (answer === null) return;
    event.preventDefault();
    onChange({ ...line, answer });
    const next = event.currentTarget.nextElementSibling;
    next?.querySelector<HTMLInputElement>('[type="radio"]:checked, [type="radio"]')?.focus();
  };
  const typed = (part: 'value' | 'unit' | 'cutoff', most: number) => (
    <label className={styles['amount']}>
      <span aria-hidden="true">{labWords.short[part]}</span>
      <TextInput
        aria-label={labWords[part](line.name)}
        inputMode={part === 'unit' ? 'text' : 'decimal'}
        autoComplete="off"
        maxLength={most}
        value={line[part]}
        onChange={(event) => onChange({ ...line, [part]: event.target.value })}
      />
    </label>
  );
  return (
    <div className={styles['line']} onKeyDown={onKeyDown} data-answered={line.answer !== null || undefined}>
      <RadioRow
        label={line.name === line.analyte ? line.name : `${line.name} (${line.analyte})`}
        options={options}
        value={line.answer}
        onChoose={(answer) => onChange({ ...line, answer })}
      />
      {line.answer !== null && (
        <div className={styles['amounts']}>
          {typed('value', 12)}
          {typed('unit', 20)}
          {typed('cutoff', 12)}
        </div>
      )}
    </div>
  );
}
