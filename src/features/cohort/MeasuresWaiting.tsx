import { measureNames } from '#domain/cohort/words.ts';
import { measureKinds } from '#domain/cohort/measures.ts';
import { Skeleton } from '#ui/Skeleton.tsx';
import { cohortWords } from './cohort-words.ts';
import { MeasuresHead } from './MeasuresHead.tsx';
import styles from './Measures.module.css';

/** The table as it will be, without its numbers. */
export function MeasuresWaiting() {
  return (
    <Skeleton what={cohortWords.waiting}>
      <table className={styles['measures']}>
        <MeasuresHead weeks={26} latestWeeks={4} />
        <tbody>
          {measureKinds.map((kind) => (
            <tr key={kind} className={styles['row']}>
              <th scope="row" className={styles['measure']}>
                <span className={styles['name']}>{measureNames[kind]}</span>
              </th>
              <td colSpan={5} />
            </tr>
          ))}
        </tbody>
      </table>
    </Skeleton>
  );
}
