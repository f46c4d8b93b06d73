import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { addDays, dayFrom, type Day } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import { DateInput } from '#ui/DateInput.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './DaySessions.module.css';
import { sessionsWords } from './sessions-words.ts';

type DayPickerProps = { on: Day; today: Day; step: 1 | 7; onChoose: (on: Day | null) => void };

/** A day (or week) earlier or later, or any day. Today has no date in the address, so that the page turns with the day. */
export function DayPicker({ on, today, step, onChoose }: DayPickerProps) {
  const choose = (day: Day) => onChoose(day === today ? null : day);
  const { earlier, later } = sessionsWords.steps[step];
  return (
    <>
      <IconButton label={earlier} icon={<ChevronLeft size={16} aria-hidden="true" />} onClick={() => choose(addDays(on, -step))} />
      <DateInput
        className={styles['date']}
        aria-label={sessionsWords.date}
        value={on}
        onChange={(event) => {
          const day = dayFrom(event.target.value);
          if (day !== null) choose(day);
        }}
      />
      <IconButton label={later} icon={<ChevronRight size={16} aria-hidden="true" />} onClick={() => choose(addDays(on, step))} />
      <Button disabled={on === today} onClick={() => onChoose(null)}>
        {sessionsWords.today}
      </Button>
    </>
  );
}
