import type { RuleShown } from '#contract/care-shown.ts';
import { specimenTypes } from '#domain/drug-screens.ts';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import styles from './ExpectationMap.module.css';
import { says, specimenNames } from './medications-words.ts';

/** A row as it is typed: its days are text until they are sent. */
export type TypedRule = Pick<RuleShown, 'analyte' | 'specimen' | 'says'> & {
  readonly appearsAfterDays: string;
  readonly clearsAfterDays: string;
};

const kinds = ['should-show', 'may-show', 'wont-show'] as const;

type MapRowProps = { place: number; row: TypedRule; onChange: (row: TypedRule) => void; onRemove: () => void };

/** One analyte on one kind of specimen: what it should show, and its days. */
export function MapRow({ place, row, onChange, onRemove }: MapRowProps) {
  return (
    <li className={styles['row']}>
      <Field label={says.map.analyte}>
        {(wiring) => <TextInput {...wiring} value={row.analyte} onChange={(event) => onChange({ ...row, analyte: event.target.value })} />}
      </Field>
      <Field label={says.map.specimen}>
        {(wiring) => (
          <Select
            {...wiring}
            value={row.specimen}
            onChange={(event) => onChange({ ...row, specimen: specimenTypes.find((one) => one === event.target.value) ?? row.specimen })}
          >
            {specimenTypes.map((specimen) => (
              <option key={specimen} value={specimen}>
                {specimenNames[specimen]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={says.map.what}>
        {(wiring) => (
          <Select
            {...wiring}
            value={row.says}
            onChange={(event) => onChange({ ...row, says: kinds.find((one) => one === event.target.value) ?? row.says })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {says.map.what3[kind]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={says.map.appears}>
        {(wiring) => (
          <TextInput
            {...wiring}
            inputMode="numeric"
            value={row.appearsAfterDays}
            onChange={(event) => onChange({ ...row, appearsAfterDays: event.target.value })}
          />
        )}
      </Field>
      <Field label={says.map.clears}>
        {(wiring) => (
          <TextInput
            {...wiring}
            inputMode="numeric"
            value={row.clearsAfterDays}
            onChange={(event) => onChange({ ...row, clearsAfterDays: event.target.value })}
          />
        )}
      </Field>
      <Button tone="quiet" aria-label={`${says.map.removeRow}: ${says.map.row(place + 1)}`} onClick={onRemove}>
        {says.map.removeRow}
      </Button>
    </li>
  );
}
