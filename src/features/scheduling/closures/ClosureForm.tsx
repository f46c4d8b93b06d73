import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#api/client.ts';
import { closures } from '#contract/scheduling-closures.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { dayFrom, type Day } from '#domain/calendar/calendar.ts';
import { DateInput } from '#ui/DateInput.tsx';
import { Field } from '#ui/Field.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import styles from '../dialogs/dialogs.module.css';
import { SavingDialog } from '../dialogs/SavingDialog.tsx';
import { useSaving } from '../useSaving.ts';
import { closuresWords } from './closures-words.ts';

type ClosureFormProps = {
  today: Day;
  locations: OutputOf<Contract['locations']['list']>;
  onClose: () => void;
  onAdded: (done: OutputOf<Contract['closures']['add']>) => void;
};

const kinds = (['holiday', 'closure'] as const).map((value) => ({ value, label: closuresWords.kinds[value] }));

/** Days to close, with what that would cancel said before it is saved. */
export function ClosureForm({ today, locations, onClose, onAdded }: ClosureFormProps) {
  const [fromOn, setFrom] = useState<string>(today);
  const [toOn, setTo] = useState<string>(today);
  const [kind, setKind] = useState<'holiday' | 'closure'>('holiday');
  const [label, setLabel] = useState('');
  const [programId, setProgram] = useState('');
  const [siteId, setSite] = useState('');
  const span = { fromOn, toOn, ...(programId === '' ? {} : { programId }), ...(siteId === '' ? {} : { siteId }) };
  const sane = dayFrom(fromOn) !== null && dayFrom(toOn) !== null && fromOn <= toOn;
  const { data: touched } = useQuery({
    queryKey: ['closures', 'preview', fromOn, toOn, programId, siteId],
    queryFn: ({ signal }) => call(closures.preview, span, { signal }),
    enabled: sane,
    staleTime: 0,
  });
  const saving = useSaving({
    save: (input: InputOf<Contract['closures']['add']>, key) => call(closures.add, input, { key }),
    fields: ['fromOn', 'toOn', 'programId', 'siteId', 'kind', 'label'],
    onSaved: onAdded,
  });
  const choice = (
    label: string,
    field: string,
    value: string,
    list: readonly { id: string; name: string }[],
    set: (id: string) => void,
  ) => (
    <Field label={label} {...saving.at(field)}>
      {(wiring) => (
        <Select {...wiring} value={value} onChange={(event) => set(event.target.value)}>
          <option value="">{closuresWords.all}</option>
          {list.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  return (
    <SavingDialog
      title={closuresWords.add}
      does={closuresWords.addDoes}
      saving={saving}
      onClose={onClose}
      onSave={() =>
        saving.send({ fromOn, toOn, kind, label, programId: programId === '' ? null : programId, siteId: siteId === '' ? null : siteId })
      }
    >
      <div className={styles['pair']}>
        <Field label={closuresWords.from} {...saving.at('fromOn')}>
          {(wiring) => (
            <DateInput
              {...wiring}
              value={fromOn}
              onChange={(event) => {
                setFrom(event.target.value);
                if (toOn < event.target.value) setTo(event.target.value);
              }}
            />
          )}
        </Field>
        <Field label={closuresWords.to} {...saving.at('toOn')}>
          {(wiring) => <DateInput {...wiring} value={toOn} onChange={(event) => setTo(event.target.value)} />}
        </Field>
      </div>
      <RadioRow label={closuresWords.kind} options={kinds} value={kind} onChoose={setKind} {...saving.at('kind')} />
      <Field label={closuresWords.label} hint={closuresWords.labelHint} {...saving.at('label')}>
        {(wiring) => <TextInput {...wiring} value={label} onChange={(event) => setLabel(event.target.value)} />}
      </Field>
      <div className={styles['pair']}>
        {choice(closuresWords.program, 'programId', programId, locations.programs, setProgram)}
        {choice(closuresWords.site, 'siteId', siteId, locations.sites, setSite)}
      </div>
      <p className={styles['note']} role="status">
        {sane && touched === undefined && closuresWords.looking}
        {touched !== undefined && closuresWords.touches(touched.sessions, touched.people)}
        {touched !== undefined && touched.leftInAll > 0 && ` ${closuresWords.left(touched.leftInAll)}`}
      </p>
    </SavingDialog>
  );
}
