import { useQuery } from '@tanstack/react-query';
import { needKinds } from '#domain/caseload/order.ts';
import { careStatuses } from '#domain/clients/record.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import { filtersFrom, type ClientFilters } from './client-filters.ts';
import { clients } from './clients.queries.ts';
import styles from './ClientList.module.css';
import { listWords, taskWords, careStatusWords } from './list-words.ts';

type ClientFilterRowProps = { filters: ClientFilters; roster: boolean; onFilters: (filters: ClientFilters) => void };
type Choice = readonly [value: string, label: string];

/** What the list is narrowed by. Each choice is in the address, so that Back takes it away again. */
export function ClientFilterRow({ filters, roster, onFilters }: ClientFilterRowProps) {
  const { data: choices } = useQuery(clients.choices());
  const select = (name: keyof ClientFilters, label: string, any: string, options: readonly Choice[]) => (
    <Select
      key={name}
      aria-label={label}
      value={String(filters[name] ?? '')}
      onChange={(event) => onFilters(filtersFrom({ ...filters, [name]: event.target.value }))}
    >
      <option value="">{any}</option>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
  const named = (list: readonly { id: string; name: string }[] | undefined): Choice[] => (list ?? []).map((one) => [one.id, one.name]);
  const careStatusChoices = [...careStatuses.filter((one) => one !== 'in-care'), 'any'] as const;
  const narrowed = Object.keys(filters).some((name) => name !== 'sort');
  return (
    <div className={styles['filters']} role="group" aria-label={listWords.filters}>
      {select(
        'careStatus',
        listWords.careStatus,
        careStatusWords['in-care'],
        careStatusChoices.map((one): Choice => [one, careStatusWords[one]]),
      )}
      {(choices?.programs.length ?? 0) > 1 && select('programId', listWords.program, listWords.anyProgram, named(choices?.programs))}
      {(choices?.sites.length ?? 0) > 1 && select('siteId', listWords.site, listWords.anySite, named(choices?.sites))}
      {select('groupId', listWords.group, listWords.anyGroup, named(choices?.groups))}
      {select('therapistId', listWords.therapist, listWords.anyTherapist, [['none', listWords.noTherapist], ...named(choices?.therapists)])}
      {!roster && (
        <>
          {select(
            'phase',
            listWords.phase,
            listWords.anyPhase,
            (choices?.phases ?? []).map((number): Choice => [String(number), listWords.phaseOf(number)]),
          )}
          {select('task', listWords.task, listWords.anyTask, [
            ['any', listWords.someTask],
            ...needKinds.map((kind): Choice => [kind, taskWords[kind]]),
          ])}
          {select('sort', listWords.sort, listWords.byName, [['need', listWords.byNeed]])}
        </>
      )}
      {narrowed && (
        <Button tone="quiet" onClick={() => onFilters(filters.sort === undefined ? {} : { sort: filters.sort })}>
          {listWords.clear}
        </Button>
      )}
    </div>
  );
}
