import type { CupLog } from './log-rows.ts';
import { nobody, notRecorded } from './observers.ts';
import { observerWords } from './observer-words.ts';

type ObserverOptionsProps = {
  observers: NonNullable<CupLog['observers']>;
  /** Where the list stands without a label of its own, each answer says what it is about. */
  look?: 'short' | 'whole';
};

/** 'Not recorded', which is what it starts at, the staff, and 'not observed'. */
export function ObserverOptions({ observers, look = 'short' }: ObserverOptionsProps) {
  const whole = look === 'whole';
  return (
    <>
      <option value={notRecorded}>{whole ? observerWords.notRecordedWhole : observerWords.notRecorded}</option>
      {observers.map(({ id, name }) => (
        <option key={id} value={id}>
          {whole ? observerWords.by(name) : name}
        </option>
      ))}
      <option value={nobody}>{whole ? observerWords.nobodyWhole : observerWords.nobody}</option>
    </>
  );
}
