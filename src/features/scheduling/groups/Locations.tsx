import { useState } from 'react';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import styles from './Groups.module.css';
import { groupsWords } from './groups-words.ts';
import { LocationForm, type EditedLocation } from './LocationForm.tsx';

type LocationsProps = { locations: OutputOf<Contract['locations']['list']>; edits: boolean };

/** Programs and sites, which groups and sessions are of. */
export function Locations({ locations, edits }: LocationsProps) {
  const [edited, setEdited] = useState<EditedLocation | null>(null);
  const list = (
    kind: EditedLocation['kind'],
    title: string,
    add: string,
    all: readonly (NonNullable<EditedLocation['known']> & { groups: number })[],
  ) => (
    <section className={styles['items']} aria-label={title}>
      <h3>{title}</h3>
      <ul role="list">
        {all.map((one) => (
          <li key={one.id} className={styles['item']}>
            <span>
              {one.name}
              <small>
                {[one.population === undefined ? null : groupsWords.populations[one.population], groupsWords.inGroups(one.groups)]
                  .filter((part) => part !== null)
                  .join(', ')}
              </small>
            </span>
            {edits && (
              <Button tone="quiet" aria-label={groupsWords.renameOf(one.name)} onClick={() => setEdited({ kind, known: one })}>
                {groupsWords.rename}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {edits && <Button onClick={() => setEdited({ kind, known: null })}>{add}</Button>}
    </section>
  );
  return (
    <Panel title={groupsWords.locationsTitle}>
      <div className={styles['both']}>
        {list('program', groupsWords.programs, groupsWords.addProgram, locations.programs)}
        {list('site', groupsWords.sites, groupsWords.addSite, locations.sites)}
      </div>
      {edited !== null && <LocationForm location={edited} onClose={() => setEdited(null)} />}
    </Panel>
  );
}
