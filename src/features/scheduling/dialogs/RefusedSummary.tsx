import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { savingWords } from '../saving-words.ts';
import type { Saving } from '../useSaving.ts';

/** What was refused, over the form: takes the focus at each try and links to the fields. */
export function RefusedSummary({ refusedFields: { tried, errors } }: Pick<Saving, 'refusedFields'>) {
  return errors.length === 0 ? null : <ErrorSummary key={tried} title={savingWords.wrong(errors.length)} errors={errors} />;
}
