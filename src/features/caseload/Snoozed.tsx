import type { PersonLine } from '#contract/caseload.ts';
import { Disclosure } from '#ui/Disclosure.tsx';
import { PersonLines } from './PersonLines.tsx';
import { todayWords } from './today-words.ts';

/** Whoever was put off, with the why and the day on which they come back. */
export function Snoozed({ people, total }: { people: readonly PersonLine[]; total: number }) {
  const [first] = people;
  if (first === undefined) return null;
  return (
    <Disclosure title={`${todayWords.snoozed} (${total})`} beside={`${first.name}, ${first.line}`}>
      <PersonLines people={people} />
      {people.length < total && <p>{todayWords.firstOf(people.length, total)}</p>}
    </Disclosure>
  );
}
