import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { clients as clientsContract } from '#contract/clients.ts';
import { call, Refused } from '#api/client.ts';
import { useDraft } from '#api/drafts.ts';
import { newKey } from '#api/idempotency-key.ts';
import { yearsBetween } from '#domain/people/age.ts';
import { dayFrom } from '#domain/calendar/calendar.ts';
import type { ContactLine } from '#domain/clients/contact-lines.ts';
import { Button } from '#ui/Button.tsx';
import { buttonLook } from '#ui/button-look.ts';
import { dateWords } from '#ui/date-words.ts';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Select } from '#ui/Select.tsx';
import { unwholeDates } from '#ui/unwhole-dates.ts';
import { addWords } from './add-words.ts';
import { clients } from './clients.queries.ts';
import { ContactFields } from './ContactFields.tsx';
import { IdentityFields } from './IdentityFields.tsx';
import { PossibleDuplicates } from './PossibleDuplicates.tsx';
import styles from './Record.module.css';
import { emptyIdentity, identityFrom, type IdentityDraft } from './record-draft.ts';
import { recordWords, whereLabel } from './record-words.ts';

const idOf = (field: string) => `add-${field}`;

/** What is typed of somebody new, kept while their possible charts are looked at. */
type NewClient = {
  readonly key: string;
  readonly draft: IdentityDraft;
  readonly contacts: readonly ContactLine[];
  readonly chosen: string | null;
};

const nobodyYet = (): NewClient => ({ key: newKey(), draft: emptyIdentity, contacts: [], chosen: null });

/** Writes a chart. Whoever may have one already is shown while the name is typed, before anything is saved. */
export function AddClient({ onAdded }: { onAdded: (clientId: string) => void }) {
  const { data: choices } = useQuery(clients.choices());
  const { draft: kept, keep } = useDraft<NewClient>('new client');
  const [fresh] = useState(nobodyYet);
  const { key, draft, contacts, chosen } = kept ?? fresh;
  const put = (change: Partial<NewClient>) => keep({ ...(kept ?? fresh), ...change });
  const identity = identityFrom(draft);
  const { data: similar } = useQuery(clients.duplicates(useDeferredValue(draft)));
  const program = choices?.programs.find(({ id }) => id === chosen) ?? choices?.programs[0];
  const add = useMutation({
    networkMode: 'always',
    mutationFn: (programId: string) => call(clientsContract.add, { ...identity, programId, contacts: contacts.map(ofNobodyElse) }, { key }),
    onSuccess: ({ clientId }) => {
      keep(null);
      onAdded(clientId);
    },
    onError: (error) => {
      if (error instanceof Refused && error.problem.fields !== undefined) put({ key: newKey() });
    },
  });
  const [halfTyped, setHalfTyped] = useState(0);
  const refused = add.error instanceof Refused ? (add.error.problem.fields ?? []) : [];
  const problems = halfTyped > 0 ? [{ field: 'bornOn', message: dateWords.unwhole }] : refused;
  const error = (field: string) => problems.find((problem) => problem.field === field)?.message ?? null;
  const next = choices?.nextChartNumber ?? null;
  const today = choices?.today ?? '';
  const on = dayFrom(draft.bornOn);
  const underAge = on !== null && choices !== undefined && on <= choices.today && yearsBetween(on, choices.today) < 18;

  const takeNumber = (chartNumber: string) => {
    put({ draft: { ...draft, chartNumber } });
    // The offer goes with the field's being empty; the keyboard stays where the number stands now.
    document.getElementById(idOf('chartNumber'))?.focus();
  };

  return (
    <form
      noValidate
      className={styles['sections']}
      onSubmit={(event) => {
        event.preventDefault();
        const unwhole = unwholeDates(event.currentTarget).length > 0;
        setHalfTyped(unwhole ? halfTyped + 1 : 0);
        if (!unwhole && program !== undefined) add.mutate(program.id);
      }}
    >
      {problems.length > 0 && (
        <ErrorSummary
          key={halfTyped}
          title={recordWords.problems}
          errors={problems.map(({ field, message }) => ({ fieldId: idOf(field), message: `${whereLabel(field)}${message}` }))}
        />
      )}
      <Panel title={recordWords.identity} beside={addWords.needed}>
        <IdentityFields
          draft={draft}
          onChange={(next) => put({ draft: next })}
          error={error}
          idOf={idOf}
          today={today}
          note={(field) =>
            field === 'chartNumber' && next !== null && draft.chartNumber === '' ? (
              <button type="button" className={styles['link']} onClick={() => takeNumber(next)}>
                {addWords.useNext(next)}
              </button>
            ) : undefined
          }
        />
        {underAge && program?.adolescent === false && <p className={styles['stale']}>{addWords.underAge(program.name)}</p>}
        {(choices?.programs.length ?? 0) > 1 && (
          <div className={styles['form']}>
            <Field label={addWords.program} hint={addWords.programHint} id={idOf('programId')} error={error('programId')}>
              {(wiring) => (
                <Select {...wiring} value={program?.id ?? ''} onChange={(event) => put({ chosen: event.target.value })}>
                  {choices?.programs.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
        )}
        <PossibleDuplicates duplicates={similar?.duplicates ?? []} numberTaken={similar?.numberTaken ?? false} />
      </Panel>
      <Panel title={recordWords.contacts}>
        <ContactFields lines={contacts} onChange={(lines) => put({ contacts: lines })} error={error} idOf={idOf} />
      </Panel>
      {add.error instanceof Refused && problems.length === 0 && <Fault>{add.error.message}</Fault>}
      <div className={styles['ends']}>
        <Button type="submit" tone="primary" disabled={add.isPending || program === undefined}>
          {add.isPending ? recordWords.saving : addWords.save}
        </Button>
        <Link className={buttonLook('plain')} to="/clients" onClick={() => keep(null)}>
          {addWords.cancel}
        </Link>
        <span className={styles['quiet']}>{addWords.afterwards}</span>
      </div>
    </form>
  );
}

const ofNobodyElse = (line: ContactLine): ContactLine => ({
  ...line,
  name: line.whose === 'own' ? null : line.name?.trim() || null,
  relation: line.whose === 'own' ? null : line.relation?.trim() || null,
});
