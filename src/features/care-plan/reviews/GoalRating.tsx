import { goalLevels } from '#domain/care-plan/goals.ts';
import { RadioRow } from '#ui/RadioRow.tsx';
import { reviewsWords } from './reviews-words.ts';

type GoalRatingProps = {
  /** The wording from -2 to +2. */
  levels: readonly string[];
  last: number | null;
  level: string;
  error: string | null;
  onLevel: (level: string) => void;
};

const levelName = (level: number): string => (level > 0 ? `+${level}` : String(level).replace('-', '−'));

/** The scale in the client's own words, best first as a ladder stands. No rating is a choice, and the one it starts at. */
export function GoalRating({ levels, last, level, error, onLevel }: GoalRatingProps) {
  const worded = goalLevels
    .map((value, index) => ({ value: String(value), label: `${levelName(value)}  ${levels[index] ?? ''}` }))
    .toReversed();
  const noRating = last === null ? reviewsWords.noLevel : `${reviewsWords.noLevel}, ${reviewsWords.last(levelName(last))}`;
  return (
    <RadioRow
      stacked
      label={reviewsWords.level}
      options={[...worded, { value: '', label: noRating }]}
      value={level}
      onChoose={onLevel}
      error={error}
    />
  );
}
