import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { Select } from '#ui/Select.tsx';
import type { Shown } from './sessions.queries.ts';
import { sessionsWords } from './sessions-words.ts';
import styles from './Schedule.module.css';

type ScheduleToolsProps = {
  shown: Shown;
  locations: OutputOf<Contract['locations']['list']> | undefined;
  onShow: (shown: Shown) => void;
};

/** A day or its week, of everything or of one program or site. A choice among one is not offered. */
export function ScheduleTools({ shown, locations, onShow }: ScheduleToolsProps) {
  const filter = (which: 'program' | 'site', list: readonly { readonly id: string; readonly name: string }[] | undefined, all: string) =>
    list !== undefined && list.length > 1 ? (
      <Select
        className={styles['filter']}
        aria-label={sessionsWords.only[which]}
        value={shown[which] ?? ''}
        onChange={(event) => onShow({ ...shown, [which]: event.target.value === '' ? null : event.target.value })}
      >
        <option value="">{all}</option>
        {list.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
    ) : null;
  return (
    <>
      <SegmentedControl
        label={sessionsWords.view}
        segments={[
          { value: 'day', label: sessionsWords.day, current: !shown.week },
          { value: 'week', label: sessionsWords.week, current: shown.week },
        ]}
        onChoose={(value) => onShow({ ...shown, week: value === 'week' })}
      />
      {filter('program', locations?.programs, sessionsWords.allPrograms)}
      {filter('site', locations?.sites, sessionsWords.allSites)}
    </>
  );
}
