import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { call } from '#api/client.ts';
import { sessions } from '#contract/scheduling-sessions.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { DateInput } from '#ui/DateInput.tsx';
import { Field } from '#ui/Field.tsx';
import { SearchPick, type Pick } from '#ui/SearchPick.tsx';
import { Select } from '#ui/Select.tsx';
import { dialogWords } from '../dialog-words.ts';
import { schedule } from '../schedule.queries.ts';
import { newSessionDraft, sessionFieldNames, sessionInput } from '../session-draft.ts';
import { serviceNames } from '../sessions-words.ts';
import { useSaving } from '../useSaving.ts';
import styles from './dialogs.module.css';
import { SavingDialog } from './SavingDialog.tsx';
import { SessionFields } from './SessionFields.tsx';

type Locations = OutputOf<Contract['locations']['list']>;
type AddSessionProps = { on: Day; locations: Locations; onClose: () => void; onAdded: (warnings: readonly string[]) => void };

/** A session of its own: individual, family, a make-up group, with those who are booked. */
export function AddSession({ on, locations, onClose, onAdded }: AddSessionProps) {
  const [draft, setDraft] = useState(newSessionDraft({ service: 'individual', endsAt: '10:00', collectsScreens: false }));
  const [day, setDay] = useState<string>(on);
  const [programId, setProgram] = useState(locations.programs[0]?.id ?? '');
  const [siteId, setSite] = useState(locations.sites[0]?.id ?? '');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly Pick[]>([]);
  const searched = useDeferredValue(text.trim());
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(schedule.people(searched));
  const found = (data?.pages.flatMap((page) => page.clients) ?? []).map((one) => ({
    id: one.clientId,
    label: one.name,
    detail: dialogWords.chart(one.chartNumber),
  }));
  const saving = useSaving({
    save: (input: InputOf<Contract['sessions']['add']>, key) => call(sessions.add, input, { key }),
    fields: [...sessionFieldNames, 'on', 'programId', 'siteId', ...chosen.map((_, index) => `clientIds.${index}`)],
    onSaved: ({ warnings }) => onAdded(warnings),
  });
  const title = draft.title.trim() === '' ? `${serviceNames[draft.service] ?? ''} session` : draft.title;
  const toggle = (pick: Pick) =>
    setChosen(chosen.some(({ id }) => id === pick.id) ? chosen.filter(({ id }) => id !== pick.id) : [...chosen, pick]);
  const personProblem = chosen
    .map((one, index) => ({ one, message: saving.problem(`clientIds.${index}`) }))
    .flatMap(({ one, message }) => (message === null ? [] : [`${one.label}: ${message}`]));

  return (
    <SavingDialog
      title={dialogWords.addSession}
      does={dialogWords.addSessionDoes}
      saving={saving}
      onClose={onClose}
      onSave={() =>
        saving.send({
          ...sessionInput({ ...draft, title }),
          on: day,
          programId,
          siteId: siteId === '' ? null : siteId,
          clientIds: chosen.map(({ id }) => id),
        })
      }
    >
      <Field label={dialogWords.day} {...saving.at('on')}>
        {(wiring) => <DateInput {...wiring} value={day} onChange={(event) => setDay(event.target.value)} />}
      </Field>
      <SessionFields draft={draft} onChange={setDraft} leaders={locations.leaders} at={saving.at} />
      <div className={styles['pair']}>
        <Field label={dialogWords.program} {...saving.at('programId')}>
          {(wiring) => (
            <Select {...wiring} value={programId} onChange={(event) => setProgram(event.target.value)}>
              {locations.programs.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={dialogWords.site} {...saving.at('siteId')}>
          {(wiring) => (
            <Select {...wiring} value={siteId} onChange={(event) => setSite(event.target.value)}>
              <option value="">{dialogWords.noSite}</option>
              {locations.sites.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <SearchPick
        label={dialogWords.people}
        hint={dialogWords.searchPeople}
        id={saving.at('clientIds').id}
        error={personProblem.length === 0 ? null : personProblem.join(' ')}
        text={text}
        onText={setText}
        found={found}
        none={data === undefined ? null : dialogWords.nobodyFound}
        more={hasNextPage ? { isPending: isFetchingNextPage, onMore: () => void fetchNextPage() } : null}
        chosen={chosen}
        onToggle={toggle}
        chosenLabel={dialogWords.chosenPeople}
      />
    </SavingDialog>
  );
}
