import { useState } from 'react';
import { breathWords } from '#domain/drug-screens/breath-alcohol-words.ts';
import { clockWords } from '#domain/calendar/words.ts';
import { timeAt } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Breath.module.css';
import { breathLogWords as words } from './breath-words.ts';
import { CorrectBreath } from './CorrectBreath.tsx';
import type { CupLog } from './log-rows.ts';

type BreathShown = CupLog['breathReadings'][number];

/** What the devices showed in this session, each as it is. No cup is among them, and the count of cups leaves them out. */
export function BreathReadings({ log }: { log: CupLog }) {
  const [corrected, setCorrected] = useState<BreathShown | null>(null);
  if (log.breathReadings.length === 0) return null;
  const { heads } = words;
  return (
    <section className={styles['readings']} aria-labelledby="breath-readings">
      <h2 id="breath-readings">{words.list}</h2>
      <table className={styles['table']}>
        <thead>
          <tr>
            {[heads.client, heads.reading, heads.time, heads.device, heads.by].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {log.breathReadings.map((reading) => (
            <tr key={reading.screenId}>
              <th scope="row">{reading.name}</th>
              <td className={styles['number']}>{breathWords(reading.value)}</td>
              <td>{reading.at === null ? '–' : clockWords(timeAt(reading.at, log.zone))}</td>
              <td>{reading.device ?? '–'}</td>
              <td>
                {reading.byYou ? (
                  <Button tone="quiet" aria-label={words.correctOf(reading.name)} onClick={() => setCorrected(reading)}>
                    {words.correct}
                  </Button>
                ) : (
                  reading.by
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {corrected !== null && <CorrectBreath key={corrected.screenId} log={log} reading={corrected} onClose={() => setCorrected(null)} />}
    </section>
  );
}
