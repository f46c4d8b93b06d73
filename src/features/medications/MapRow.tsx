import type { RuleShown } from '#contract/episodes-shown.ts';
import { specimenTypes, type SpecimenType } from '#domain/drug-screens/interpret.ts';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import styles from './ExpectationMap.module.css';
import { medicationsWords, specimenNames } from './medications-words.ts';

/** A row as it is typed: its days are text until they are sent. */
export type TypedRule = Pick<RuleShown, 'analyte' | 'specimen' | 'expectation'> & {
  readonly panelId: string | null;
  readonly appearsAfterDays: string;
  readonly clearsAfterDays: string;
};

const kinds = ['should-show', 'may-show', 'wont-show'] as const;

export type PanelChoice = { readonly id: string; readonly name: string; readonly specimen: SpecimenType };

type MapRowProps = {
  index: number;
  row: TypedRule;
  panels: readonly PanelChoice[];
  /** The id of one of its fields, and what is wrong with it. */
  of: (field: keyof TypedRule) => { readonly id: string; readonly error: string | undefined };
  onChange: (row: TypedRule) => void;
  onRemove: () => void;
};

/** One analyte on one kind of specimen, on any panel or one of its own: what it should show, and its days. */
export function MapRow({ index: booking, row, panels, of, onChange, onRemove }: MapRowProps) {
  const own = panels.filter(({ specimen }) => specimen === row.specimen);
  return (
    <div className={styles['row']} role="group" aria-label={medicationsWords.map.row(booking + 1)}>
      <Field label={medicationsWords.map.analyte} {...of('analyte')}>
        {(wiring) => (
          <TextInput
            {...wiring}
            list="map-analytes"
            autoComplete="off"
            value={row.analyte}
            onChange={(event) => onChange({ ...row, analyte: event.target.value })}
          />
        )}
      </Field>
      <Field label={medicationsWords.map.specimen} {...of('specimen')}>
        {(wiring) => (
          <Select
            {...wiring}
            value={row.specimen}
            onChange={(event) => {
              const specimen = specimenTypes.find((one) => one === event.target.value) ?? row.specimen;
              onChange({ ...row, specimen, panelId: specimen === row.specimen ? row.panelId : null });
            }}
          >
            {specimenTypes.map((specimen) => (
              <option key={specimen} value={specimen}>
                {specimenNames[specimen]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={medicationsWords.map.panel} {...of('panelId')}>
        {(wiring) => (
          <Select
            {...wiring}
            value={row.panelId ?? ''}
            onChange={(event) => onChange({ ...row, panelId: own.find(({ id }) => id === event.target.value)?.id ?? null })}
          >
            <option value="">{medicationsWords.map.anyPanel}</option>
            {own.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={medicationsWords.map.what} {...of('expectation')}>
        {(wiring) => (
          <Select
            {...wiring}
            value={row.expectation}
            onChange={(event) => onChange({ ...row, expectation: kinds.find((one) => one === event.target.value) ?? row.expectation })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {medicationsWords.map.what3[kind]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={medicationsWords.map.inDays(medicationsWords.map.appears)} {...of('appearsAfterDays')}>
        {(wiring) => (
          <TextInput
            {...wiring}
            inputMode="numeric"
            value={row.appearsAfterDays}
            onChange={(event) => onChange({ ...row, appearsAfterDays: event.target.value })}
          />
        )}
      </Field>
      <Field label={medicationsWords.map.inDays(medicationsWords.map.clears)} {...of('clearsAfterDays')}>
        {(wiring) => (
          <TextInput
            {...wiring}
            inputMode="numeric"
            value={row.clearsAfterDays}
            onChange={(event) => onChange({ ...row, clearsAfterDays: event.target.value })}
          />
        )}
      </Field>
      <Button tone="quiet" aria-label={`${medicationsWords.map.removeRow}: ${medicationsWords.map.row(booking + 1)}`} onClick={onRemove}>
        {medicationsWords.map.removeRow}
      </Button>
    </div>
  );
}
