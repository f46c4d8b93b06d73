import { countedParts, type CohortPeople, type CountedPart } from '#contract/cohort.ts';
import { countNumber } from '#domain/statistics/count-words.ts';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { countedName, countOf, peopleWords } from './people-words.ts';
import styles from './People.module.css';

type PeoplePartsProps = { people: CohortPeople; onPart: (counted: CountedPart) => void };

/** The parts of the list, each with how many rows it has. */
export function PeopleParts({ people, onPart }: PeoplePartsProps) {
  const parts = countedParts.flatMap((counted) => {
    const count = countOf(people, counted);
    return count === null ? [] : [{ counted, count }];
  });
  return (
    <div className={styles['parts']}>
      <SegmentedControl
        label={peopleWords.which}
        segments={parts.map(({ counted, count }) => ({
          value: counted,
          label: `${countedName(people.measure, counted)} ${countNumber(count)}`,
          current: counted === people.counted,
        }))}
        onChoose={(value) => onPart(countedParts.find((one) => one === value) ?? 'counted')}
      />
    </div>
  );
}
