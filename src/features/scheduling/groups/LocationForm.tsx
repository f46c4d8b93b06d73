import { useState } from 'react';
import { call } from '#api/client.ts';
import { locations } from '#contract/programs.ts';
import { Field } from '#ui/Field.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { SavingDialog } from '../dialogs/SavingDialog.tsx';
import { useSaving } from '../useSaving.ts';
import { groupsWords } from './groups-words.ts';

export type EditedLocation = {
  readonly kind: 'program' | 'site';
  /** Null is a new one. */
  readonly known: {
    readonly id: string;
    readonly name: string;
    readonly version: number;
    readonly population?: 'adult' | 'adolescent';
  } | null;
};

const populations = (['adult', 'adolescent'] as const).map((value) => ({ value, label: groupsWords.populations[value] }));

/** A program or a site, new or with another name. */
export function LocationForm({ location: { kind, known }, onClose }: { location: EditedLocation; onClose: () => void }) {
  const [name, setName] = useState(known?.name ?? '');
  const [population, setPopulation] = useState(known?.population ?? 'adult');
  const saving = useSaving({
    save: (_: null, key) => {
      const version = known?.version ?? 0;
      if (kind === 'site')
        return known === null
          ? call(locations.addSite, { name }, { key })
          : call(locations.editSite, { siteId: known.id, name }, { key, version });
      return known === null
        ? call(locations.addProgram, { name, population }, { key })
        : call(locations.editProgram, { programId: known.id, name, population }, { key, version });
    },
    fields: ['name', 'population'],
    onSaved: onClose,
  });
  const newTitle = kind === 'program' ? groupsWords.addProgram : groupsWords.addSite;
  return (
    <SavingDialog
      title={known === null ? newTitle : groupsWords.renameOf(known.name)}
      saving={saving}
      onClose={onClose}
      onSave={() => saving.send(null)}
    >
      <Field label={groupsWords.name} {...saving.at('name')}>
        {(wiring) => <TextInput {...wiring} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      {kind === 'program' && (
        <RadioRow
          label={groupsWords.population}
          options={populations}
          value={population}
          onChoose={setPopulation}
          {...saving.at('population')}
        />
      )}
    </SavingDialog>
  );
}
