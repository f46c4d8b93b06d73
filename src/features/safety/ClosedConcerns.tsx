import { momentWords } from '#domain/calendar/words.ts';
import { Disclosure } from '#ui/Disclosure.tsx';
import styles from './SafetyConcerns.module.css';
import { safetyWords } from './safety-concerns-words.ts';
import type { Concern } from './useCheck.ts';

const { check: words } = safetyWords;

/** What was done before, newest first. */
export function ClosedConcerns({ past, zone }: { past: readonly Concern[]; zone: string }) {
  return (
    <Disclosure title={words.past(past.length)}>
      <ol role="list" className={styles['past']}>
        {past.map((concern) => (
          <li key={concern.id}>
            <strong>{`${concern.label}${concern.source === null ? '' : `, ${concern.source}`}`}</strong>
            <span>{concern.closed?.summary ?? words.noStatement}</span>
            {concern.closed !== null && <small>{words.pastLine(momentWords(concern.closed.at, zone), concern.closed.by)}</small>}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
