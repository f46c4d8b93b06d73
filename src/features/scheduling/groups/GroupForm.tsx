import { useState } from 'react';
import { call } from '#api/client.ts';
import { groups } from '#contract/scheduling-groups.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { Field } from '#ui/Field.tsx';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import styles from '../dialogs/dialogs.module.css';
import { SavingDialog } from '../dialogs/SavingDialog.tsx';
import { useSaving } from '../useSaving.ts';
import { groupsWords } from './groups-words.ts';

type Group = OutputOf<Contract['groups']['list']>['groups'][number];
type GroupFormProps = {
  /** Null is a new one. */
  group: Group | null;
  locations: OutputOf<Contract['locations']['list']>;
  onClose: () => void;
  onSaved: (groupId: string) => void;
};

export function GroupForm({ group, locations, onClose, onSaved }: GroupFormProps) {
  const [name, setName] = useState(group?.name ?? '');
  const [programId, setProgram] = useState(group?.program.id ?? locations.programs[0]?.id ?? '');
  const [siteId, setSite] = useState(group?.site.id ?? locations.sites[0]?.id ?? '');
  const [capacity, setCapacity] = useState(group?.capacity === undefined || group.capacity === null ? '' : String(group.capacity));
  const saving = useSaving({
    save: (input: InputOf<Contract['groups']['add']>, key) =>
      group === null
        ? call(groups.add, input, { key })
        : call(groups.edit, { ...input, groupId: group.id }, { key, version: group.version }),
    fields: ['name', 'programId', 'siteId', 'capacity'],
    onSaved: ({ id }) => onSaved(id),
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
      title={group === null ? groupsWords.add : groupsWords.edit}
      {...(group === null && { does: groupsWords.addDoes })}
      saving={saving}
      onClose={onClose}
      onSave={() => saving.send({ name, programId, siteId, capacity: capacity.trim() === '' ? null : Number(capacity) })}
    >
      <Field label={groupsWords.name} {...saving.at('name')}>
        {(wiring) => <TextInput {...wiring} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <div className={styles['pair']}>
        {choice(groupsWords.program, 'programId', programId, locations.programs, setProgram)}
        {choice(groupsWords.site, 'siteId', siteId, locations.sites, setSite)}
      </div>
      <Field label={groupsWords.capacity} hint={groupsWords.capacityHint} {...saving.at('capacity')}>
        {(wiring) => <TextInput {...wiring} inputMode="numeric" value={capacity} onChange={(event) => setCapacity(event.target.value)} />}
      </Field>
    </SavingDialog>
  );
}
