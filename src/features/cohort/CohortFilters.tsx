import type { CohortOverview } from '#contract/cohort.ts';
import { addDays, weekOf } from '#domain/calendar/calendar.ts';
import { Select } from '#ui/Select.tsx';
import { cohortWords, spanWords } from './cohort-words.ts';
import type { CohortFilter } from './cohort.queries.ts';
import styles from './Cohort.module.css';

type CohortFiltersProps = { overview: CohortOverview; filter: CohortFilter; onFilter: (filter: CohortFilter) => void };

const ranges = [12, 26, 52];
const usual = 26;

/** What is counted: which weeks, which site, which program. All of it is in the address. */
export function CohortFilters({ overview: { choices, today, weeks }, filter, onFilter }: CohortFiltersProps) {
  const words = cohortWords.filters;
  const startOf = (count: number) => addDays(weekOf(today), -7 * count);
  const known =
    filter.to === undefined ? (filter.from === undefined ? usual : ranges.find((count) => startOf(count) === filter.from)) : undefined;
  const { from: _from, to: _to, ...locations } = filter;
  const within = (name: 'site' | 'program', id: string): CohortFilter => {
    const { [name]: _, ...rest } = filter;
    return id === '' ? rest : { ...rest, [name]: id };
  };

  return (
    <div className={styles['filters']}>
      <Select
        className={styles['filter']}
        aria-label={words.range}
        value={known ?? 'own'}
        onChange={({ currentTarget: { value } }) =>
          onFilter(Number(value) === usual ? locations : { ...locations, from: startOf(Number(value)) })
        }
      >
        {known === undefined && (
          <option value="own" disabled>
            {weeks === null ? words.range : spanWords(weeks.from, weeks.to)}
          </option>
        )}
        {ranges.map((count) => (
          <option key={count} value={count}>
            {words.weeks(count)}
          </option>
        ))}
      </Select>
      <Select
        className={styles['filter']}
        aria-label={words.site}
        value={filter.site ?? ''}
        onChange={({ currentTarget: { value } }) => onFilter(within('site', value))}
      >
        <option value="">{words.allSites}</option>
        {choices.sites.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        className={styles['filter']}
        aria-label={words.program}
        value={filter.program ?? ''}
        onChange={({ currentTarget: { value } }) => onFilter(within('program', value))}
      >
        <option value="">{words.allPrograms}</option>
        {choices.programs.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}
