import { addDays, type Day } from '#domain/calendar/calendar.ts';
import type { Journey } from '#domain/clients/journey.ts';

export type RangePreset = { readonly code: '4w' | '12w' | 'phase' | 'whole'; readonly label: string; readonly from: Day; readonly to: Day };

/** The spans that a reader may ask for by name, each inside the episode. */
export function rangePresets(journey: Pick<Journey, 'from' | 'to' | 'today' | 'phases'>): readonly RangePreset[] {
  const since = (day: Day): Day => (day < journey.from ? journey.from : day);
  const phase = journey.phases.findLast((span) => span.from <= journey.today);
  const presets: RangePreset[] = [
    { code: '4w', label: '4 w', from: since(addDays(journey.today, -27)), to: journey.to },
    { code: '12w', label: '12 w', from: since(addDays(journey.today, -83)), to: journey.to },
  ];
  if (phase !== undefined) presets.push({ code: 'phase', label: 'Phase', from: since(phase.from), to: journey.to });
  return [...presets, { code: 'whole', label: 'Whole episode', from: journey.from, to: journey.to }];
}
