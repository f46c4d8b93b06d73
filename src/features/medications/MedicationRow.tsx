import type { MedicationShown } from '#contract/episodes-shown.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Medications.module.css';
import { expects, medicationsWords, verifiedWords } from './medications-words.ts';

export type MedicationStep = 'verify' | 'dose' | 'stop' | 'correct' | 'withdraw';

type MedicationRowProps = { one: MedicationShown; today: Day; onOpen: (step: MedicationStep) => void };

/** One row of the list, with what it should make a screen show; a medication that the map doesn't know says so. */
export function MedicationRow({ one, today, onOpen }: MedicationRowProps) {
  const taken = one.to === null || one.to >= today;
  const verified = verifiedWords(one.verified, today);
  const steps: readonly MedicationStep[] = [
    ...(verified.holds ? [] : (['verify'] as const)),
    ...(taken ? (['dose', 'stop'] as const) : []),
    'correct',
    'withdraw',
  ];
  return (
    <tr className={taken ? undefined : styles['past']}>
      <th scope="row">
        {one.name}
        {one.dose !== null && <span className={styles['small']}>{one.dose}</span>}
      </th>
      <td>
        <span className={styles['days']}>{medicationsWords.days(one.from, one.to)}</span>
        {one.stoppedBecause !== null && <span className={styles['small']}>{medicationsWords.stopped(one.stoppedBecause)}</span>}
        <span className={verified.holds ? styles['small'] : styles['noRules']}>{verified.words}</span>
        {one.prescriber !== null && <span className={styles['small']}>{one.prescriber}</span>}
      </td>
      <td>
        {one.rules.length > 0 ? (
          expects(one.rules)
        ) : one.known === true ? (
          medicationsWords.showsNothing
        ) : (
          <span className={styles['noRules']}>{medicationsWords.noRules}</span>
        )}
      </td>
      <td className={styles['act']}>
        {steps.map((step) => (
          <Button key={step} tone="quiet" aria-label={`${medicationsWords[step]}: ${one.name}`} onClick={() => onOpen(step)}>
            {medicationsWords[step]}
          </Button>
        ))}
      </td>
    </tr>
  );
}
