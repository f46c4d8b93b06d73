import { isGapTooShort } from '#domain/screen-plans/screen-plans.ts';
import { planProblems } from '#domain/screen-plans/words.ts';
import { editWords } from './screen-plan-words.ts';

/** What is wrong, by the field that it stands in. */
export type Problems = Readonly<Record<string, string>>;

/** The number that is written, with a comma or a point; null where there is none. */
export function numberIn(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : null;
}

/** What the server would refuse and the page can say before it is asked. */
export function problemsWith(form: { readonly perWeek: string; readonly maxGapDays: string }): Problems {
  const [perWeek, maxGapDays] = [numberIn(form.perWeek), numberIn(form.maxGapDays)];
  if (perWeek === null || maxGapDays === null)
    return {
      ...(perWeek === null ? { perWeek: editWords.perWeekMissing } : {}),
      ...(maxGapDays === null ? { maxGapDays: editWords.maxGapMissing } : {}),
    };
  return maxGapDays >= 1 && isGapTooShort({ perWeek, maxGapDays }) ? { maxGapDays: planProblems.gapTooShort(maxGapDays) } : {};
}
