import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { call } from '#api/client.ts';
import { groups } from '#contract/scheduling-groups.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { weekdayWord } from '#domain/scheduling/meetings-words.ts';
import { CheckRow } from '#ui/CheckRow.tsx';
import { DateInput } from '#ui/DateInput.tsx';
import { Field } from '#ui/Field.tsx';
import { SearchPick, type Pick } from '#ui/SearchPick.tsx';
import { dialogWords } from '../dialog-words.ts';
import styles from '../dialogs/dialogs.module.css';
import { SavingDialog } from '../dialogs/SavingDialog.tsx';
import { schedule } from '../schedule.queries.ts';
import { useSaving } from '../useSaving.ts';
import { rosterWords } from './groups-words.ts';

type AddToRosterProps = {
  groupId: string;
  weekdays: readonly number[];
  today: Day;
  onClose: () => void;
  onAdded: (warnings: readonly string[]) => void;
};

/** Puts somebody in care on the roster, from a day on, for every day the group meets or some of them. */
export function AddToRoster({ groupId, weekdays, today, onClose, onAdded }: AddToRosterProps) {
  const [text, setText] = useState('');
  const [person, setPerson] = useState<Pick | null>(null);
  const [fromOn, setFrom] = useState<string>(today);
  const [left, setLeft] = useState<readonly number[]>([]);
  const searched = useDeferredValue(text.trim());
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(schedule.people(searched));
  const saving = useSaving({
    save: (clientId: string, key) =>
      call(
        groups.enroll,
        {
          clientId,
          groupId,
          fromOn,
          ...(left.length > 0 ? { weekdays: weekdays.filter((one) => !left.includes(one)) } : { weekdays: null }),
        },
        { key },
      ),
    fields: ['fromOn', 'weekdays'],
    onSaved: ({ warnings }) => onAdded(warnings),
  });
  return (
    <SavingDialog
      title={rosterWords.add}
      does={rosterWords.addDoes}
      saving={saving}
      disabled={person === null}
      onClose={onClose}
      onSave={() => person !== null && saving.send(person.id)}
    >
      <SearchPick
        label={rosterWords.person}
        hint={rosterWords.personHint}
        text={text}
        onText={setText}
        found={(data?.pages.flatMap((page) => page.clients) ?? []).map((one) => ({
          id: one.clientId,
          label: one.name,
          detail: dialogWords.chart(one.chartNumber),
        }))}
        none={data === undefined ? null : dialogWords.nobodyFound}
        more={hasNextPage ? { isPending: isFetchingNextPage, onMore: () => void fetchNextPage() } : null}
        chosen={person === null ? [] : [person]}
        onToggle={(pick) => setPerson(pick.id === person?.id ? null : pick)}
        chosenLabel={rosterWords.chosen}
      />
      <Field label={rosterWords.from} hint={rosterWords.fromHint} {...saving.at('fromOn')}>
        {(wiring) => <DateInput {...wiring} value={fromOn} onChange={(event) => setFrom(event.target.value)} />}
      </Field>
      {weekdays.length > 1 && (
        <fieldset id={saving.at('weekdays').id} tabIndex={-1}>
          <legend className={styles['note']}>{rosterWords.days}</legend>
          <div className={styles['days']}>
            {weekdays.map((weekday) => (
              <CheckRow
                key={weekday}
                checked={!left.includes(weekday)}
                onChange={(event) => setLeft(event.target.checked ? left.filter((one) => one !== weekday) : [...left, weekday])}
              >
                {weekdayWord(weekday)}
              </CheckRow>
            ))}
          </div>
        </fieldset>
      )}
    </SavingDialog>
  );
}
