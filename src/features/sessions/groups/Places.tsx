import { useState } from 'react';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import styles from './Groups.module.css';
import { groupsWords } from './groups-words.ts';
import { PlaceForm, type EditedPlace } from './PlaceForm.tsx';

type PlacesProps = { places: OutputOf<Contract['places']['list']>; edits: boolean };

/** Programs and sites, which groups and sessions are of. */
export function Places({ places, edits }: PlacesProps) {
  const [edited, setEdited] = useState<EditedPlace | null>(null);
  const list = (
    kind: EditedPlace['kind'],
    title: string,
    add: string,
    all: readonly (NonNullable<EditedPlace['known']> & { groups: number })[],
  ) => (
    <section className={styles['places']} aria-label={title}>
      <h3>{title}</h3>
      <ul role="list">
        {all.map((one) => (
          <li key={one.id} className={styles['place']}>
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
    <Panel title={groupsWords.placesTitle}>
      <div className={styles['both']}>
        {list('program', groupsWords.programs, groupsWords.addProgram, places.programs)}
        {list('site', groupsWords.sites, groupsWords.addSite, places.sites)}
      </div>
      {edited !== null && <PlaceForm place={edited} onClose={() => setEdited(null)} />}
    </Panel>
  );
}
