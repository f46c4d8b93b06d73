import { momentWords } from '#domain/calendar-words.ts';
import { Disclosure } from '#ui/Disclosure.tsx';
import styles from './SafetyConcerns.module.css';
import { safetyWords } from './safety-concerns-words.ts';
import type { Concern } from './useCheck.ts';

const { check: says } = safetyWords;

/** What was done before, newest first. */
export function ClosedConcerns({ past, zone }: { past: readonly Concern[]; zone: string }) {
  return (
    <Disclosure title={says.past(past.length)}>
      <ol role="list" className={styles['past']}>
        {past.map((concern) => (
          <li key={concern.id}>
            <strong>{`${concern.says}${concern.source === null ? '' : `, ${concern.source}`}`}</strong>
            <span>{concern.closed?.says ?? says.noStatement}</span>
            {concern.closed !== null && <small>{says.pastLine(momentWords(concern.closed.at, zone), concern.closed.by)}</small>}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
