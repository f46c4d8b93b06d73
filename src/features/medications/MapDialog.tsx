import { useState } from 'react';
import { call } from '#api/client.ts';
import { medications } from '#contract/medications.ts';
import { numberFrom, useEditForm } from '#api/useEditForm.ts';
import type { RuleShown } from '#contract/episodes-shown.ts';
import { analyteCodes, analyteName } from '#domain/drug-screens/analytes.ts';
import { Button } from '#ui/Button.tsx';
import { DialogForm } from '#ui/DialogForm.tsx';
import { useLineFocus } from '#ui/useLineFocus.ts';
import styles from './ExpectationMap.module.css';
import { MapRow, type PanelChoice, type TypedRule } from './MapRow.tsx';
import { medicationsWords } from './medications-words.ts';

type MapDialogProps = {
  medication: string;
  rules: readonly RuleShown[];
  panels: readonly PanelChoice[];
  version: number;
  onClose: () => void;
};

const blank: TypedRule = {
  analyte: '',
  specimen: 'urine-cup',
  panelId: null,
  expectation: 'should-show',
  appearsAfterDays: '',
  clearsAfterDays: '',
};

const typedOf = (rule: RuleShown): TypedRule => ({
  ...rule,
  panelId: rule.panelId ?? null,
  appearsAfterDays: String(rule.appearsAfterDays),
  clearsAfterDays: String(rule.clearsAfterDays),
});

const idOf = (name: string) => `map-${name}`;

/** All rows of one medication. What is stored of earlier screens stays as it was expected then. */
export function MapDialog({ medication, rules, panels, version, onClose }: MapDialogProps) {
  const [rows, setRows] = useState<readonly TypedRule[]>(rules.length === 0 ? [blank] : rules.map(typedOf));
  const focus = useLineFocus<HTMLDivElement>(rows.length);
  const form = useEditForm({
    start: { medication, because: '' },
    save: (typed, { key }) =>
      call(
        medications.editMap,
        {
          ...typed,
          rules: rows.map(({ analyte, specimen, panelId, expectation: what, ...days }) => ({
            analyte,
            specimen,
            panelId,
            expectation: what,
            appearsAfterDays: numberFrom(days.appearsAfterDays),
            clearsAfterDays: numberFrom(days.clearsAfterDays),
          })),
        },
        { key, version },
      ),
    onSaved: onClose,
  });
  return (
    <DialogForm
      title={medicationsWords.map.editTitle(medication)}
      form={form}
      fields={[
        ...(medication === '' ? [{ kind: 'text', name: 'medication', label: medicationsWords.map.medication } as const] : []),
        { kind: 'text', name: 'because', label: medicationsWords.why },
      ]}
      words={medicationsWords.form}
      summary={medicationsWords.map.editText}
      drawn={(name) => {
        const index = Number(name.split('.')[1]);
        return name.startsWith('rules.') && index < rows.length ? { id: idOf(name), label: medicationsWords.map.row(index + 1) } : null;
      }}
      onClose={onClose}
    >
      <div ref={focus} className={styles['rows']} role="group" aria-label={medicationsWords.map.rows}>
        {rows.map((row, index) => (
          <MapRow
            // Rows have no name of their own until they are saved; their place is what they are.
            key={`${index} of ${rows.length}`}
            index={index}
            row={row}
            panels={panels}
            of={(field) => ({ id: idOf(`rules.${index}.${field}`), error: form.problems[`rules.${index}.${field}`] })}
            onChange={(next) => setRows(rows.with(index, next))}
            onRemove={() => setRows(rows.toSpliced(index, 1))}
          />
        ))}
      </div>
      <datalist id="map-analytes">
        {analyteCodes.map((code) => (
          <option key={code} value={code} label={analyteName(code)} />
        ))}
      </datalist>
      {rows.length === 0 && <p>{medicationsWords.map.noRows}</p>}
      <Button onClick={() => setRows([...rows, blank])}>{medicationsWords.map.addRow}</Button>
    </DialogForm>
  );
}
