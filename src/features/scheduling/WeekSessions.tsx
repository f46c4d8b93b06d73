import { addDays, dayAt, weekOf, type Day, type Zone } from '#domain/calendar/calendar.ts';
import { dayWords } from '#domain/calendar/words.ts';
import { timesWords } from '#domain/scheduling/words.ts';
import type { ChangedSession } from './dialogs/SessionChangeForm.tsx';
import styles from './Schedule.module.css';
import type { SessionWays } from './session-ways.ts';
import { aboutSession, leaderWords, sessionsWords } from './sessions-words.ts';

type WeekSessionsProps = {
  of: Day;
  today: Day;
  zone: Zone;
  sessions: readonly ChangedSession[];
  ways: SessionWays;
  onDay: (on: Day) => void;
};

/** Sessions with one person or one family: a week has dozens, so that it counts them and the day lists them. */
const alone = ({ groupId, service }: ChangedSession): boolean =>
  groupId === null && ['individual', 'family', 'medication'].includes(service);

/** The week that a day is in, Monday to Sunday, each day with its sessions. */
export function WeekSessions({ of, today, zone, sessions, ways, onDay }: WeekSessionsProps) {
  const days = Array.from({ length: 7 }, (_, step) => addDays(weekOf(of), step));
  return (
    <div className={styles['week']}>
      {days.map((on) => {
        const ofDay = sessions.filter((session) => dayAt(session.startsAt, zone) === on);
        return (
          <section key={on} className={styles['day']} data-today={on === today || undefined} aria-label={dayWords(on)}>
            <h2 className={styles['dayName']}>{dayWords(on)}</h2>
            {ofDay.length === 0 && <p className={styles['none']}>{sessionsWords.noneShort}</p>}
            {ofDay
              .filter((session) => !alone(session))
              .map((session) => (
                <Card key={session.id} session={session} zone={zone} ways={ways} />
              ))}
            {ofDay.some(alone) && (
              <button type="button" className={styles['more']} onClick={() => onDay(on)}>
                {sessionsWords.alone(ofDay.filter(alone).length)}
              </button>
            )}
          </section>
        );
      })}
    </div>
  );
}

function Card({ session, zone, ways }: { session: ChangedSession; zone: Zone; ways: SessionWays }) {
  const title = session.groupName ?? session.title;
  const look = { className: styles['link'] ?? '' };
  return (
    <article className={styles['card']} data-cancelled={session.cancelledBecause !== null || undefined}>
      <h3>{title}</h3>
      <p>{timesWords(session, zone)}</p>
      <p>{aboutSession(session)}</p>
      <p>{leaderWords(session)}</p>
      {session.cancelledBecause === null ? (
        <p>
          {session.booked === 0
            ? sessionsWords.bookedOf(0, null)
            : sessionsWords.bookedIn(sessionsWords.bookedOf(session.booked, session.capacity))}
        </p>
      ) : (
        <p>{sessionsWords.cancelled(session.cancelledBecause)}</p>
      )}
      <div className={styles['cardWays']} data-print="never">
        {ways.attendance?.(session.id, {
          ...look,
          label: sessionsWords.openFor(sessionsWords.attendance, title),
          children: sessionsWords.attendance,
        })}
        {ways.change !== undefined && (
          <button
            type="button"
            className={styles['link']}
            aria-label={sessionsWords.openFor(sessionsWords.change, title)}
            onClick={() => ways.change?.(session)}
          >
            {sessionsWords.change}
          </button>
        )}
      </div>
    </article>
  );
}
